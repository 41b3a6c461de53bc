using System.Text;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.ServiceDefaults.Tests.DeadLetters;

public sealed class DeadLetterBoxTests(TestServers servers) : IAsyncLifetime
{
    private const string Goal = "wr.scorer.matrices";
    private const string Errors = Goal + "_error";

    private BrokerAccounts _broker = null!;
    private IConnection _connection = null!;
    private IChannel _channel = null!;
    private DeadLetterBox _box = null!;

    public async ValueTask InitializeAsync()
    {
        _broker = await servers.NewVirtualHostAsync(TestContext.Current.CancellationToken);
        _connection = await new ConnectionFactory { Uri = _broker.Admin }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        _channel = await _connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var queue in new[] { Names.RejectedQueue, Errors, Goal, "outside" })
            await _channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);
        await _channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: TestContext.Current.CancellationToken);
        await _channel.QueueBindAsync("outside", Names.IntakeExchange, "site.status", cancellationToken: TestContext.Current.CancellationToken);
        await _channel.ExchangeDeclareAsync(Goal, ExchangeType.Fanout, durable: true, cancellationToken: TestContext.Current.CancellationToken);
        await _channel.QueueBindAsync(Goal, Goal, "", cancellationToken: TestContext.Current.CancellationToken);
        _box = await DeadLetterBox.OpenAsync(_broker.Admin, "a test", TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _box.DisposeAsync();
        await _connection.DisposeAsync();
        await _broker.RemoveVirtualHostAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Looking_changes_neither_messages_nor_their_order_nor_their_ids()
    {
        foreach (var body in new[] { "a", "b", "c" })
            await PutAsync(Errors, body);

        var first = await LookAsync(Errors);
        var second = await LookAsync(Errors);

        Assert.Equal(["a", "b", "c"], first.Select(letter => Encoding.UTF8.GetString(letter.Body.Span)));
        Assert.Equal(first.Select(letter => letter.Id), await _box.ReadAsync(Errors, 100, letter => letter.Id, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await _box.ReadAsync(Errors, 2, letter => letter.Id, TestContext.Current.CancellationToken)).Count);
        Assert.Equal(first.Select(letter => letter.Id), second.Select(letter => letter.Id));
    }

    [Fact]
    public async Task A_replayed_message_returns_as_it_was_and_the_others_stay_in_their_places()
    {
        foreach (var body in new[] { "a", "b", "c" })
            await PutAsync(Names.RejectedQueue, body, (Names.RejectRoutingKey, "site.status"), (Names.RejectReason, "why"), ("traceparent", "00-1"));
        var middle = (await LookAsync(Names.RejectedQueue))[1].Id;

        var replayed = await _box.ReplayAsync(Names.RejectedQueue, letter => letter.Id == middle, TestContext.Current.CancellationToken);

        Assert.Equal(1, replayed);
        Assert.Equal(["a", "c"], (await LookAsync(Names.RejectedQueue)).Select(letter => Encoding.UTF8.GetString(letter.Body.Span)));
        var back = Assert.Single(await LookAsync("outside"));
        Assert.Equal(("b", "site.status", "b-id"), (Encoding.UTF8.GetString(back.Body.Span), back.RoutingKey, back.Properties.MessageId));
        Assert.Equal([("traceparent", "00-1")], back.Headers);
    }

    [Fact]
    public async Task All_failed_messages_return_to_the_queue_where_they_failed()
    {
        await PutAsync(Errors, "a", ("MT-Fault-Message", "why"));
        await PutAsync(Errors, "b", ("MT-Fault-Message", "why"));

        Assert.Equal(2, await _box.ReplayAsync(Errors, _ => true, TestContext.Current.CancellationToken));

        Assert.Empty(await LookAsync(Errors));
        Assert.Equal(["a", "b"], (await LookAsync(Goal)).Select(letter => Encoding.UTF8.GetString(letter.Body.Span)));
    }

    [Fact]
    public async Task A_message_that_no_queue_takes_stays_where_it_is()
    {
        await PutAsync(Names.RejectedQueue, "a", (Names.RejectRoutingKey, "nobody.listens"));

        await Assert.ThrowsAsync<IOException>(() => _box.ReplayAsync(Names.RejectedQueue, _ => true, TestContext.Current.CancellationToken));

        Assert.Single(await LookAsync(Names.RejectedQueue));
    }

    [Fact]
    public async Task The_first_message_that_is_wanted_is_found_and_stays()
    {
        await PutAsync(Errors, "a");
        await PutAsync(Errors, "b");
        var id = (await LookAsync(Errors))[1].Id;

        var found = await _box.FindAsync(Errors, letter => letter.Id == id, TestContext.Current.CancellationToken);

        Assert.Equal("b", Encoding.UTF8.GetString(found!.Body.Span));
        Assert.Null(await _box.FindAsync(Errors, _ => false, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await LookAsync(Errors)).Count);
    }

    private Task<IReadOnlyList<DeadLetter>> LookAsync(string queue) => _box.ReadAsync(queue, 100, letter => letter, TestContext.Current.CancellationToken);

    private async Task PutAsync(string queue, string body, params (string Name, string Value)[] headers)
    {
        var properties = new BasicProperties
        {
            MessageId = $"{body}-id",
            Headers = headers.ToDictionary(header => header.Name, header => (object?)Encoding.UTF8.GetBytes(header.Value)),
        };
        await _channel.BasicPublishAsync("", queue, mandatory: true, properties, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);

        // Answered after the publish on the same channel: the message is in its queue by then.
        await _channel.QueueDeclarePassiveAsync(queue, TestContext.Current.CancellationToken);
    }
}
