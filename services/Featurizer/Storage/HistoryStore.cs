using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>Stores the matrices of a part of a history file, those that are new, many rows at once.</summary>
internal sealed class HistoryStore(IDbContextFactory<FeaturizerDatabase> databases, TimeProvider clock)
{
    public async Task StoreAsync(HistoryAccepted accepted, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.ImportBatches.AnyAsync(batch => batch.ImportId == accepted.ImportId && batch.Batch == accepted.Batch, cancellationToken))
            return;

        var events = accepted.Tasks.Select(EventOf).DistinctBy(row => row.EventId).ToList();
        var fresh = await InsertAsync(database, events, cancellationToken);
        var tasks = accepted.Tasks.Where(task => fresh.Contains(IdOf(task))).DistinctBy(IdOf).ToList();
        var rows = events.Where(row => fresh.Contains(row.EventId)).ToList();
        await InsertAsync(database, [.. rows.Zip(tasks, MatrixOf)], cancellationToken);
        await new SeenTasks(database).RememberAsync(rows.Zip(tasks.Select(SeenIn)), cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into featurizer.import_batch (import_id, batch, submitted, stored, stored_at)
            values ({accepted.ImportId}, {accepted.Batch}, {accepted.Submitted}, {accepted.Tasks.Count}, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Guid IdOf(PastTask task) => EventIdentity.Of(task.Event.Workflow, task.Event.Task, task.Event.ReportedAt);

    private static SeenTask SeenIn(PastTask task) => SeenTask.Of(task.Event, MatrixExtraction.MatrixOf(task.Event.Errors));

    private EventRow EventOf(PastTask task)
    {
        var row = new EventRow
        {
            EventId = IdOf(task),
            Workflow = task.Event.Workflow,
            Task = task.Event.Task,
            Family = task.Event.PrepId ?? WorkflowName.Parse(task.Event.Workflow).Family,
            ReportedAt = task.Event.ReportedAt,
            Source = "import",
            Observation = WireJson.Write(task.Event with { Errors = [] }),
            Sites = [],
            MatrixRevision = 1,
            ReceivedAt = clock.GetUtcNow(),
        };
        row.Observe(task.Event);
        return row;
    }

    private MatrixRow MatrixOf(EventRow row, PastTask task) =>
        MatrixRevision.Row(row, "import", MatrixExtraction.MatrixOf(task.Event.Errors), clock.GetUtcNow());

    private static async Task<HashSet<Guid>> InsertAsync(FeaturizerDatabase database, List<EventRow> rows, CancellationToken cancellationToken)
    {
        var inserted = await database.Database.SqlQuery<Guid>(
            $"""
            insert into featurizer.event (event_id, workflow, task, family, reported_at, observation, received_at,
                campaign, memory_mb, cores, total_jobs, attempt, request_type, task_type, priority, status, failed_jobs, source, sites, matrix_revision)
            select *, 'import', array[]::text[], 1 from unnest(
                {rows.Select(r => r.EventId).ToArray()}, {rows.Select(r => r.Workflow).ToArray()}, {rows.Select(r => r.Task).ToArray()},
                {rows.Select(r => r.Family).ToArray()}, {rows.Select(r => r.ReportedAt).ToArray()}, {rows.Select(r => r.Observation).ToArray()},
                {rows.Select(r => r.ReceivedAt).ToArray()}, {rows.Select(r => r.Campaign).ToArray()}, {rows.Select(r => r.MemoryMb).ToArray()},
                {rows.Select(r => r.Cores).ToArray()}, {rows.Select(r => r.TotalJobs).ToArray()}, {rows.Select(r => r.Attempt).ToArray()},
                {rows.Select(r => r.RequestType).ToArray()}, {rows.Select(r => r.TaskType).ToArray()}, {rows.Select(r => r.Priority).ToArray()},
                {rows.Select(r => r.Status).ToArray()}, {rows.Select(r => r.FailedJobs).ToArray()})
            on conflict do nothing
            returning event_id as "Value"
            """).ToListAsync(cancellationToken);
        return [.. inserted];
    }

    private static Task<int> InsertAsync(FeaturizerDatabase database, List<MatrixRow> rows, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into featurizer.matrix (matrix_id, event_id, cells, total_errors, tier_view, tier_view_version, created_at,
                campaign, memory_mb, cores, total_jobs, revision, cause)
            select *, 1, 'import' from unnest(
                {rows.Select(r => r.MatrixId).ToArray()}, {rows.Select(r => r.EventId).ToArray()}, {rows.Select(r => r.Cells).ToArray()},
                {rows.Select(r => r.TotalErrors).ToArray()}, {rows.Select(r => r.TierView).ToArray()}, {rows.Select(r => r.TierViewVersion).ToArray()},
                {rows.Select(r => r.CreatedAt).ToArray()}, {rows.Select(r => r.Campaign).ToArray()}, {rows.Select(r => r.MemoryMb).ToArray()},
                {rows.Select(r => r.Cores).ToArray()}, {rows.Select(r => r.TotalJobs).ToArray()})
            on conflict do nothing
            """, cancellationToken);
}
