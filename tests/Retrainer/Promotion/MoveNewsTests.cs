using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Tests.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

/// <summary>What somebody at the broker hears of moves.</summary>
public sealed class MoveNewsTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private IConnection _connection = null!;
    private IChannel _channel = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_listens_hears_every_move_with_who_made_it_and_why()
    {
        var queue = await ListenAsync();
        var (active, shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));

        await stores.Registry().EndShadowAsync(shadow, active, promote: true, "better", Cancellation);
        await stores.Moves().HandleAsync(new(Guid.NewGuid(), ModelMoves.Rollback, RunId: null, "ops", "it was not"), Cancellation);

        var heard = (await TakeAsync(queue, 4)).OrderBy(move => move.Number).ToList();
        Assert.Equal(
            [(active, "active", "retired", "retrainer"), (shadow, "shadow", "active", "retrainer"), (shadow, "active", "retired", "ops"), (active, "retired", "active", "ops")],
            heard.Select(move => (move.RunId, move.From, move.To, move.By)));
        Assert.Equal(
            (await stores.MovesAsync()).Select(move => (move.Number, move.Why, move.MovedAt)),
            heard.Select(move => (move.Number, move.Why, move.MovedAt)));
    }

    [Fact]
    public async Task Nobody_must_listen()
    {
        var shadow = await stores.EnterAsync("shadow");

        await stores.Moves().HandleAsync(new(Guid.NewGuid(), ModelMoves.Retire, shadow, "ops", "no use"), Cancellation);

        Assert.Equal(0, await UntoldAsync());
    }

    [Fact]
    public async Task A_move_is_made_while_the_broker_is_away_and_told_when_it_is_back()
    {
        var (active, shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));
        await using var away = new BrokerPublisher(Options.Create(new BrokerOptions { Uri = new("amqp://nobody:nothing@127.0.0.1:1") }));
        var registry = stores.Registry(outgoing: new(stores.Databases, away, TimeProvider.System));

        Assert.True(await registry.EndShadowAsync(shadow, active, promote: false, "worse", Cancellation));
        Assert.Equal(("retired", 1), (await stores.StateOfAsync(shadow), await UntoldAsync()));

        var queue = await ListenAsync();
        await stores.Outgoing.SweepAsync(TimeProvider.System.GetUtcNow(), Cancellation);
        Assert.Equal(("retired", "worse"), ((await TakeAsync(queue, 1))[0].To, (await stores.MovesAsync())[^1].Why));
    }

    public async ValueTask InitializeAsync()
    {
        await stores.ClearAsync();
        _connection = await new ConnectionFactory { Uri = stores.Broker.For("wr-cli") }.CreateConnectionAsync(Cancellation);
        _channel = await _connection.CreateChannelAsync(cancellationToken: Cancellation);
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task<string> ListenAsync()
    {
        var queue = await _channel.QueueDeclareAsync($"wr.cli.{Guid.NewGuid()}", cancellationToken: Cancellation);
        await _channel.QueueBindAsync(queue.QueueName, InsideNames.Exchange, InsideKeys.ModelsMoved, cancellationToken: Cancellation);
        return queue.QueueName;
    }

    private async Task<List<ModelsMoved>> TakeAsync(string queue, int count)
    {
        var moves = new List<ModelsMoved>();
        while (moves.Count < count && await _channel.BasicGetAsync(queue, autoAck: true, Cancellation) is { } got)
        {
            Assert.Equal((nameof(ModelsMoved), "application/json"), (got.BasicProperties.Type, got.BasicProperties.ContentType));
            moves.Add(WireJson.Read<ModelsMoved>(got.Body.ToArray()));
        }

        Assert.Equal(count, moves.Count);
        Assert.Null(await _channel.BasicGetAsync(queue, autoAck: true, Cancellation));
        return moves;
    }

    private async Task<int> UntoldAsync()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Outgoing.CountAsync(message => message.PublishedAt == null, Cancellation);
    }
}
