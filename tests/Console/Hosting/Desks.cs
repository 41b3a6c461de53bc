using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Models;
using WorkflowRecovery.Console.Operations;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>The desks with a database and a broker, as the console's own users; what stands at the broker a test puts there.</summary>
internal sealed class Desks : IAsyncDisposable
{
    private readonly BrokerAccounts _broker;
    private readonly BrokerPublisher _publisher;
    private readonly IConnection _administrator;

    private Desks(ReadDatabase database, BrokerAccounts broker, IConnection administrator, IChannel channel)
    {
        (Database, _broker, _administrator, Channel) = (database, broker, administrator, channel);
        var address = Options.Create(new BrokerOptions { Uri = broker.For("console") });
        _publisher = new BrokerPublisher(address);
        var trail = new AuditTrail(database.Console, TimeProvider.System);
        var refusals = new RefusalLog(trail, TimeProvider.System);
        Models = new(
            database.Console, trail, refusals, new(database.Console, _publisher, TimeProvider.System), TimeProvider.System, NullLogger<ModelDesk>.Instance);
        Letters = new(address, Options.Create(new OperationsOptions()), trail, refusals);
        Queues = new(address);
    }

    public ReadDatabase Database { get; }

    public IChannel Channel { get; }

    public ModelDesk Models { get; }

    public LetterDesk Letters { get; }

    public BrokerQueues Queues { get; }

    public static async Task<Desks> OpenAsync(TestServers servers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await servers.NewVirtualHostAsync(cancellation);
        var administrator = await new ConnectionFactory { Uri = broker.Admin }.CreateConnectionAsync(cancellation);
        var channel = await administrator.CreateChannelAsync(cancellationToken: cancellation);
        await channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
        await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
        foreach (var queue in new[] { Names.RejectedQueue, "wr.retrainer.move-requests", "wr.scorer.matrices", "wr.scorer.matrices_error", "wr.ingestor.intake" })
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellation);
        await channel.ExchangeDeclareAsync("wr.scorer.matrices", ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
        await channel.QueueBindAsync("wr.scorer.matrices", "wr.scorer.matrices", "", cancellationToken: cancellation);
        await channel.QueueBindAsync("wr.retrainer.move-requests", InsideNames.Exchange, InsideKeys.ModelMoveRequested, cancellationToken: cancellation);
        await channel.QueueBindAsync("wr.ingestor.intake", Names.IntakeExchange, "#", cancellationToken: cancellation);
        return new Desks(await ReadDatabase.NewAsync(servers), broker, administrator, channel);
    }

    /// <summary>Puts a message into a queue.</summary>
    public async Task PutAsync(string queue, byte[] body, params (string Name, string Value)[] headers)
    {
        var properties = new BasicProperties { MessageId = Guid.NewGuid().ToString(), Headers = headers.ToDictionary(header => header.Name, header => (object?)header.Value) };
        await Channel.BasicPublishAsync("", queue, mandatory: true, properties, body, TestContext.Current.CancellationToken);
        await Channel.QueueDeclarePassiveAsync(queue, TestContext.Current.CancellationToken);
    }

    /// <summary>The audit trail in its order.</summary>
    public async Task<IReadOnlyList<AuditRow>> AuditAsync()
    {
        await using var database = await Database.Console.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await database.Audit.OrderBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _administrator.DisposeAsync();
        await _broker.RemoveVirtualHostAsync(CancellationToken.None);
        await Database.DisposeAsync();
    }
}
