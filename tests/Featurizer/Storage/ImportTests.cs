using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

public sealed class ImportTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly AssistanceAccepted[] _events =
        [NewEvent(Error(85, "T2_US_MIT", 3, "green")), NewEvent(Error(-1, "T1_ES_PIC_Disk", 1, "none")), NewEvent()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Imported_tasks_have_their_matrices_and_nobody_is_told()
    {
        await stores.History.StoreAsync(Batch(Guid.NewGuid()), Cancellation);

        var matrices = await AllAsync();
        Assert.Equal([.. _events.Select(e => e.EventId).Order()], matrices.Select(matrix => matrix.EventId).Order());
        Assert.All(matrices, matrix => Assert.Equal(("import", 1), (matrix.Cause, matrix.Revision)));
        var first = matrices.Single(matrix => matrix.EventId == _events[0].EventId);
        Assert.Equal([new MatrixCell(85, "T2_US_MIT", Readiness.Green, 3)], MatrixEncoding.Decode(first.Cells).Cells);
        Assert.Empty(await stores.TakeMessagesAsync());
    }

    [Fact]
    public async Task The_same_part_again_or_the_same_tasks_in_another_import_change_nothing()
    {
        var import = Guid.NewGuid();
        await stores.History.StoreAsync(Batch(import), Cancellation);
        var before = await AllAsync();
        await stores.History.StoreAsync(Batch(import), Cancellation);
        await stores.History.StoreAsync(Batch(Guid.NewGuid()), Cancellation);

        Assert.Equal(before.Select(matrix => (matrix.MatrixId, matrix.CreatedAt)), (await AllAsync()).Select(matrix => (matrix.MatrixId, matrix.CreatedAt)));
    }

    [Fact]
    public async Task One_part_imported_by_many_at_once_is_stored_once()
    {
        var import = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stores.History.StoreAsync(Batch(import), Cancellation)));

        Assert.Equal(_events.Length, (await AllAsync()).Count);
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        Assert.Equal(1, await database.ImportBatches.CountAsync(batch => batch.ImportId == import, Cancellation));
    }

    [Fact]
    public async Task A_late_status_does_not_touch_what_was_imported()
    {
        var site = NewSite();
        var imported = NewEvent(Error(85, site, 3, "none"));
        await stores.History.StoreAsync(new(Guid.NewGuid(), 1, 1, [Past(imported)]), Cancellation);
        await stores.Statuses.StoreAsync(Status(site, -1, "green"), Cancellation);

        Assert.Single(await stores.MatricesOfAsync(imported.EventId));
        Assert.Empty(await stores.TakeMessagesAsync());
    }

    [Fact]
    public async Task A_live_event_is_not_overwritten_by_an_import()
    {
        await stores.Matrices.StoreAsync(_events[0], Cancellation);
        await stores.History.StoreAsync(Batch(Guid.NewGuid()), Cancellation);

        Assert.Equal("reported", Assert.Single(await stores.MatricesOfAsync(_events[0].EventId)).Cause);
    }

    [Fact]
    public async Task An_event_that_was_imported_is_announced_when_it_is_reported_live()
    {
        await stores.History.StoreAsync(Batch(Guid.NewGuid()), Cancellation);
        await stores.Matrices.StoreAsync(_events[0], Cancellation);
        await stores.Matrices.StoreAsync(_events[0], Cancellation);

        Assert.Single(await stores.TakeMessagesAsync());
    }

    public async ValueTask InitializeAsync() => await stores.TakeMessagesAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static HistoryAccepted Batch(Guid import, IEnumerable<AssistanceAccepted> events) => new(import, 1, events.Count(), [.. events.Select(Past)]);

    private HistoryAccepted Batch(Guid import) => Batch(import, _events);

    private static PastTask Past(AssistanceAccepted accepted) => new()
    {
        Event = accepted.Event,
        Action = new OperatorActionRecorded
        {
            Workflow = accepted.Event.Workflow, Task = accepted.Event.Task, RecordedAt = accepted.Event.ReportedAt, Action = "acdc",
        },
        ParametersGiven = true,
        TimeSource = "extras",
    };

    private async Task<List<Featurizer.Storage.MatrixRow>> AllAsync()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var ids = _events.Select(e => e.EventId).ToArray();
        return await database.Matrices.AsNoTracking().Where(matrix => ids.Contains(matrix.EventId)).OrderBy(matrix => matrix.MatrixId).ToListAsync(Cancellation);
    }
}
