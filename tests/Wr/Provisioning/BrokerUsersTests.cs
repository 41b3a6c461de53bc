using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Wr.Tests.Provisioning;

public sealed class BrokerUsersTests(TestServers servers) : IAsyncDisposable
{
    private readonly List<IConnection> _connections = [];
    private BrokerAccounts? _broker;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outside_party_uses_its_own_queues_and_the_agreed_names()
    {
        await ReadyAsync();
        await using var channel = await ChannelAsync(BrokerUsers.WorkflowSystem);

        await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        await channel.QueueDeclareAsync(Names.RejectedQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        var queue = await channel.QueueDeclareAsync(cancellationToken: Cancellation);
        await channel.QueueBindAsync(queue.QueueName, Names.RecommendationsExchange, "recommendation.#", cancellationToken: Cancellation);
        await channel.BasicPublishAsync(Names.IntakeExchange, "site.status", ReadOnlyMemory<byte>.Empty, Cancellation);

        Assert.Null(await channel.BasicGetAsync(Names.RejectedQueue, autoAck: false, Cancellation));
        Assert.True(channel.IsOpen);
    }

    [Theory]
    [InlineData("declare a queue of ours")]
    [InlineData("publish to the default exchange")]
    [InlineData("publish a recommendation")]
    [InlineData("listen inside")]
    public async Task An_outside_party_may_not(string deed)
    {
        await ReadyAsync();
        await using var channel = await ChannelAsync(BrokerUsers.WorkflowSystem);

        var refusal = await Assert.ThrowsAnyAsync<OperationInterruptedException>(() => DoAsync(channel, deed));

        Assert.Equal((ushort?)Constants.AccessRefused, refusal.ShutdownReason?.ReplyCode);
    }

    [Fact]
    public async Task A_service_may_not_take_messages_from_another_services_queue()
    {
        _broker = await servers.NewVirtualHostAsync(Cancellation);
        await using var owner = await ChannelAsync("scorer");
        await owner.QueueDeclareAsync("wr.scorer.matrices", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await using var other = await ChannelAsync("featurizer");

        var refusal = await Assert.ThrowsAnyAsync<OperationInterruptedException>(
            () => other.BasicGetAsync("wr.scorer.matrices", autoAck: true, Cancellation));

        Assert.Equal((ushort?)Constants.AccessRefused, refusal.ShutdownReason?.ReplyCode);
    }

    [Fact]
    public async Task The_console_reads_dead_letters_and_returns_them_but_takes_no_message_that_is_worked_on()
    {
        await ReadyAsync();
        await using (var scorer = await ChannelAsync("scorer"))
        {
            await scorer.QueueDeclareAsync("wr.scorer.matrices", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
            await scorer.QueueDeclareAsync("wr.scorer.matrices_error", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
            await scorer.ExchangeDeclareAsync("wr.scorer.matrices", ExchangeType.Fanout, durable: true, cancellationToken: Cancellation);
        }

        await using var console = await ChannelAsync("console");
        Assert.Null(await console.BasicGetAsync(Names.RejectedQueue, autoAck: false, Cancellation));
        Assert.Null(await console.BasicGetAsync("wr.scorer.matrices_error", autoAck: false, Cancellation));
        Assert.Equal(0U, (await console.QueueDeclarePassiveAsync("wr.scorer.matrices", Cancellation)).MessageCount);
        await console.BasicPublishAsync("wr.scorer.matrices", "", ReadOnlyMemory<byte>.Empty, Cancellation);
        await console.QueueDeclarePassiveAsync("wr.scorer.matrices", Cancellation);
        var refusal = await Assert.ThrowsAnyAsync<OperationInterruptedException>(() => console.BasicGetAsync("wr.scorer.matrices", autoAck: false, Cancellation));

        Assert.Equal((ushort?)Constants.AccessRefused, refusal.ShutdownReason?.ReplyCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    private static async Task DoAsync(IChannel channel, string deed)
    {
        var queue = await channel.QueueDeclareAsync(cancellationToken: Cancellation);
        await (deed switch
        {
            "declare a queue of ours" => channel.QueueDeclareAsync("wr.ingestor.intake", cancellationToken: Cancellation),
            "listen inside" => channel.QueueBindAsync(queue.QueueName, "wr.inside", "#", cancellationToken: Cancellation),
            "publish a recommendation" => PublishAsync(channel, Names.RecommendationsExchange, "recommendation.acdc.automatic"),
            _ => PublishAsync(channel, string.Empty, Names.RejectedQueue),
        });
    }

    // A publish is refused by closing the channel, which the next call on it then reports.
    private static async Task PublishAsync(IChannel channel, string exchange, string routingKey)
    {
        await channel.BasicPublishAsync(exchange, routingKey, ReadOnlyMemory<byte>.Empty, Cancellation);
        await channel.QueueDeclareAsync(cancellationToken: Cancellation);
    }

    private async Task ReadyAsync()
    {
        _broker = await servers.NewVirtualHostAsync(Cancellation);
        await using var ingestor = await ChannelAsync("ingestor");
        await ingestor.ExchangeDeclareAsync("wr.inside", ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        await ingestor.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        await ingestor.ExchangeDeclareAsync(Names.RecommendationsExchange, ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        await ingestor.ExchangeDeclareAsync("wr.rejected", ExchangeType.Fanout, durable: true, cancellationToken: Cancellation);
        await ingestor.QueueDeclareAsync(Names.RejectedQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await ingestor.QueueBindAsync(Names.RejectedQueue, "wr.rejected", string.Empty, cancellationToken: Cancellation);
        await ingestor.QueueDeclareAsync("wr.ingestor.intake", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await ingestor.QueueBindAsync("wr.ingestor.intake", Names.IntakeExchange, "#", cancellationToken: Cancellation);
    }

    private async Task<IChannel> ChannelAsync(string user)
    {
        var factory = new ConnectionFactory { Uri = _broker!.For(user), AutomaticRecoveryEnabled = false };
        _connections.Add(await factory.CreateConnectionAsync(Cancellation));
        return await _connections[^1].CreateChannelAsync(cancellationToken: Cancellation);
    }
}
