using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Scorer.Tests.Storage;

public sealed class TableTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrated_tables_are_those_that_the_code_expects()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);

        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, Cancellation));
    }

    [Fact]
    public async Task A_replay_judges_each_task_once_and_publishes_nothing()
    {
        var active = new ActiveModels();
        active.Swap(TrainedModels.Set);
        var replays = new ReplayStore(stores.Databases, active, new CurrentPolicy(), TimeProvider.System);
        var matrix = new Rounds().Matrix(code: 50660);
        var past = new ReplayedTask(matrix.Event, Around: null);
        var submitted = new ReplaySubmitted(Guid.NewGuid(), 1, [past, past]);

        await replays.StoreAsync(submitted, Cancellation);
        await replays.StoreAsync(submitted, Cancellation);

        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var row = await database.Replays.SingleAsync(replay => replay.ReplayId == submitted.ReplayId, Cancellation);
        Assert.Equal(("acdc", 20_000), (row.Action, row.MemoryMb));
        Assert.False(await database.Outgoing.AnyAsync(Cancellation));
        Assert.Empty(await stores.ReceivedOfAsync(matrix.EventId));
    }
}
