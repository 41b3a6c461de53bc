using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace WorkflowRecovery.ServiceDefaults.Tests.Outgoing;

public sealed class OutgoingPublisherTests(OutgoingRoom room) : IClassFixture<OutgoingRoom>, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(OutgoingRoom.Start.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_published_as_it_stands_and_marked()
    {
        var row = await room.StageAsync(OutgoingRoom.Start);

        Assert.Equal(1, await room.PublisherAt(_clock).PublishAsync(row.Origin, Cancellation));

        var got = Assert.Single(await room.TakeAsync());
        Assert.Equal(row.Body, got.Body.ToArray());
        Assert.Equal("a.b", got.RoutingKey);
        Assert.Equal(
            ("application/json", row.MessageId.ToString(), "Probe", OutgoingRoom.Start.ToUnixTimeSeconds(), DeliveryModes.Persistent),
            (got.BasicProperties.ContentType, got.BasicProperties.MessageId, got.BasicProperties.Type, got.BasicProperties.Timestamp.UnixTime, got.BasicProperties.DeliveryMode));
        var header = Assert.Single(got.BasicProperties.Headers!);
        Assert.Equal(("traceparent", row.TraceParent), (header.Key, Encoding.UTF8.GetString((byte[])header.Value!)));
        Assert.Equal(_clock.GetUtcNow(), (await room.FindAsync(row))!.PublishedAt);
    }

    [Fact]
    public async Task A_marked_row_is_not_published_again()
    {
        var row = await room.StageAsync(OutgoingRoom.Start);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.PublisherAt(_clock).PublishAsync(row.Origin, Cancellation)));

        Assert.Equal(0, await room.PublisherAt(_clock).SweepAsync(_clock.GetUtcNow(), Cancellation));
        Assert.Single(await room.TakeAsync());
    }

    [Fact]
    public async Task A_row_that_the_broker_refused_stays_unmarked_and_its_neighbours_go_out()
    {
        var refused = await room.StageAsync(OutgoingRoom.Start, exchange: "probe.nowhere");
        var neighbour = await room.StageAsync(OutgoingRoom.Start);

        await Assert.ThrowsAnyAsync<Exception>(() => room.PublisherAt(_clock).PublishAsync(refused.Origin, Cancellation));
        await room.PublisherAt(_clock).PublishAsync(neighbour.Origin, Cancellation);

        Assert.Null((await room.FindAsync(refused))!.PublishedAt);
        Assert.Equal(neighbour.Body, Assert.Single(await room.TakeAsync()).Body.ToArray());
    }

    [Fact]
    public async Task A_sweep_skips_the_row_that_another_is_just_publishing()
    {
        var (locked, free) = (await room.StageAsync(OutgoingRoom.Start), await room.StageAsync(OutgoingRoom.Start));
        await using (var other = await room.Databases.CreateDbContextAsync(Cancellation))
        await using (await other.Database.BeginTransactionAsync(Cancellation))
        {
            await other.Database.ExecuteSqlAsync($"select 1 from probe.outgoing_message where message_id = {locked.MessageId} for update", Cancellation);

            Assert.Equal(1, await room.PublisherAt(_clock).SweepAsync(_clock.GetUtcNow(), Cancellation));
            Assert.Equal(free.Body, Assert.Single(await room.TakeAsync()).Body.ToArray());
        }

        Assert.Equal(1, await room.PublisherAt(_clock).SweepAsync(_clock.GetUtcNow(), Cancellation));
        Assert.Equal(locked.Body, Assert.Single(await room.TakeAsync()).Body.ToArray());
    }

    [Fact]
    public async Task What_went_out_long_ago_is_forgotten_and_what_did_not_go_out_is_kept()
    {
        var (published, left) = (await room.StageAsync(OutgoingRoom.Start), await room.StageAsync(OutgoingRoom.Start));
        await room.PublisherAt(_clock).PublishAsync(published.Origin, Cancellation);

        await room.PublisherAt(_clock).ForgetAsync(_clock.GetUtcNow(), Cancellation);
        Assert.NotNull(await room.FindAsync(published));
        await room.PublisherAt(_clock).ForgetAsync(_clock.GetUtcNow().AddSeconds(1), Cancellation);

        Assert.Null(await room.FindAsync(published));
        Assert.NotNull(await room.FindAsync(left));
    }

    public async ValueTask InitializeAsync()
    {
        await using var database = await room.Databases.CreateDbContextAsync(Cancellation);
        await database.Outgoing.ExecuteDeleteAsync(Cancellation);
        await room.TakeAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
