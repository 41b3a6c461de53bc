using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Tests.Intake;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

/// <summary>The ingestor as a process, with a publisher outside and mailboxes for what it passes on and what it refuses.</summary>
public sealed class RunningIngestor(TestServers servers) : IAsyncLifetime
{
    /// <summary>How long to wait for what normally comes at once: generous, since a limit costs nothing when things work.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly List<IConnection> _connections = [];
    private IChannel _outside = null!;
    private IChannel _admin = null!;

    internal Pipeline Pipeline { get; private set; } = null!;

    internal Mailbox Rejected { get; private set; } = null!;

    internal Mailbox PassedOn { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Pipeline = await Pipeline.StartAsync(servers, new PipelineOptions { Services = ["ingestor"] }, CancellationToken.None);
        _outside = await OpenChannelAsync(Pipeline.Broker.For(BrokerUsers.WorkflowSystem));
        _admin = await OpenChannelAsync(Pipeline.Broker.Admin);
        Rejected = await Mailbox.OpenAsync(_admin, Names.RejectedQueue);
        var queue = await _admin.QueueDeclareAsync();
        await _admin.QueueBindAsync(queue.QueueName, InsideNames.Exchange, "#");
        PassedOn = await Mailbox.OpenAsync(_admin, queue.QueueName);

        // A service that has just started takes its first message slowly, which is not what the tests are about.
        await GoodTrafficGoesOnAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        await Pipeline.DisposeAsync();
    }

    /// <summary>Publishes to the intake exchange as the workflow system.</summary>
    internal Task PublishAsync(string routingKey, byte[] body, BasicProperties properties) =>
        _outside.BasicPublishAsync(Names.IntakeExchange, routingKey, mandatory: false, properties, body).AsTask();

    /// <summary>Publishes between the services, as another of them would.</summary>
    internal Task TellAsync(string routingKey, byte[] body) =>
        _admin.BasicPublishAsync(InsideNames.Exchange, routingKey, mandatory: true, Usual(), body).AsTask();

    /// <summary>Publishes something good that is unlike anything before, and waits until it was passed on.</summary>
    internal async Task GoodTrafficGoesOnAsync()
    {
        var source = Guid.NewGuid().ToString();
        await PublishAsync(RoutingKeys.SiteStatus, GoodBody.Bytes(RoutingKeys.SiteStatus, ("source", $"\"{source}\"")), Usual());
        await PassedOn.WaitAsync(letter => letter.BodyText.Contains(source, StringComparison.Ordinal), Limit);
    }

    /// <summary>Our own failures would show here.</summary>
    internal async Task NothingFailedAsync()
    {
        Assert.Equal(0u, await CountAsync($"{InsideNames.Queue("ingestor", "intake")}_error"));
        Assert.Equal(0u, await CountAsync($"{InsideNames.Queue("ingestor", "intake")}_skipped"));
    }

    /// <summary>Messages that are ready in a queue; 0 where there is no such queue.</summary>
    internal async Task<uint> CountAsync(string queue)
    {
        try
        {
            await using var channel = await _connections[1].CreateChannelAsync();
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    /// <summary>The properties that the contract asks for.</summary>
    internal static BasicProperties Usual() => new()
    {
        ContentType = Names.ContentType,
        MessageId = Guid.NewGuid().ToString(),
        DeliveryMode = DeliveryModes.Persistent,
        Timestamp = new AmqpTimestamp(1_583_064_000),
    };

    /// <summary>A channel of a connection that ends with this.</summary>
    internal async Task<IChannel> OpenChannelAsync(Uri address)
    {
        var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        _connections.Add(connection);
        return await connection.CreateChannelAsync();
    }
}
