using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Tests.Database;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Outgoing;

public sealed class OutgoingSweeperTests(OutgoingRoom room) : IClassFixture<OutgoingRoom>
{
    [Fact]
    public async Task What_a_crash_left_behind_goes_out_after_the_delay_byte_for_byte_and_what_is_younger_waits()
    {
        var clock = new FakeTimeProvider(OutgoingRoom.Start);
        var old = await room.StageAsync(OutgoingRoom.Start.AddSeconds(-20));
        var young = await room.StageAsync(OutgoingRoom.Start.AddHours(1));
        using var sweeper = new OutgoingSweeper<ProbeDatabase>(
            room.PublisherAt(clock), Options.Create(new OutgoingOptions()), clock, NullLogger<OutgoingSweeper<ProbeDatabase>>.Instance);
        await sweeper.StartAsync(TestContext.Current.CancellationToken);

        await UntilPublishedAsync(old, clock);
        Assert.True((await room.FindAsync(old))!.PublishedAt - old.CreatedAt > TimeSpan.FromSeconds(30));
        Assert.Null((await room.FindAsync(young))!.PublishedAt);
        Assert.Equal(old.Body, Assert.Single(await room.TakeAsync()).Body.ToArray());

        clock.SetUtcNow(young.CreatedAt.AddSeconds(31));
        await UntilPublishedAsync(young, clock);
        Assert.Equal(young.MessageId.ToString(), Assert.Single(await room.TakeAsync()).BasicProperties.MessageId);
        await sweeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_sweep_that_somebody_else_cancelled_is_tried_again_and_does_not_end_the_sweeper()
    {
        var clock = new FakeTimeProvider(OutgoingRoom.Start);
        var message = await room.StageAsync(OutgoingRoom.Start.AddSeconds(-20));
        var databases = new CancelledAtFirst(room.Databases);
        using var sweeper = new OutgoingSweeper<ProbeDatabase>(
            room.PublisherAt(clock, databases), Options.Create(new OutgoingOptions()), clock, NullLogger<OutgoingSweeper<ProbeDatabase>>.Instance);
        await sweeper.StartAsync(TestContext.Current.CancellationToken);

        await UntilPublishedAsync(message, clock);
        Assert.True(databases.Asked > 1);
        Assert.Equal(message.Body, Assert.Single(await room.TakeAsync()).Body.ToArray());
        await sweeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private Task UntilPublishedAsync(OutgoingMessage message, FakeTimeProvider clock) => Until.TrueAsync("the sweeper published", async () =>
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return (await room.FindAsync(message))!.PublishedAt is not null;
    });

    /// <summary>The clients of database and broker also say "cancelled" when they have waited in vain for an answer.</summary>
    private sealed class CancelledAtFirst(IDbContextFactory<ProbeDatabase> databases) : IDbContextFactory<ProbeDatabase>
    {
        public int Asked { get; private set; }

        public ProbeDatabase CreateDbContext() => ++Asked == 1 ? throw new OperationCanceledException() : databases.CreateDbContext();
    }
}
