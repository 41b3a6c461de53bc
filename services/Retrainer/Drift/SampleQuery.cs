using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Drift;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>Reads the workflows that drift is counted by, with the newest matrix of each task and the first order of an operator for it.</summary>
internal sealed class SampleQuery(IDbContextFactory<RetrainerDatabase> databases)
{
    private sealed record TaskRow(string Workflow, DateTimeOffset ReportedAt, byte[] Cells, string? Action);

    /// <summary>Something that changes whenever there are other workflows or orders.</summary>
    public async Task<string> MarkAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<string>(
            $"""
            select concat_ws(' ',
                (select created_at from featurizer.event_matrix order by created_at desc limit 1),
                (select received_at from ingestor.recorded_action order by received_at desc limit 1)) as "Value"
            """).SingleAsync(cancellationToken);
    }

    /// <summary>
    /// The newest workflows up to some time, and those after it, each in one round: as many of both as can count. Where the models have
    /// learned of a drift, the first ones after it too, since they may be part of what is usual. After that time as many that operators have
    /// answered as well: only those count for labels, and most may be open.
    /// </summary>
    public async Task<IReadOnlyList<WorkflowSample>> LoadAsync(LearnedSpan learned, DriftOptions options, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var (newest, next) = (2 * options.Windows[^1], learned.Drift is null ? 0 : 2 * (options.SettledReference + options.Windows[^1]));
        var rows = await database.Database.SqlQuery<TaskRow>(
            $"""
            with answered as (
                select reported_at, workflow from featurizer.reported_task r
                where reported_at > {learned.UpTo} and exists (select from ingestor.recorded_action o
                    where o.workflow = r.workflow and (o.task is null or o.task = r.task) and o.recorded_at >= r.reported_at
                        and not exists (select from unnest(o.reasons) reason where reason like 'AIEH%')
                        and not exists (select from featurizer.reported_task newer
                            where newer.workflow = r.workflow and newer.task = r.task and newer.reported_at > r.reported_at and newer.reported_at <= o.recorded_at))),
            chosen as (
                (select distinct reported_at, workflow from featurizer.reported_task
                where reported_at <= {learned.UpTo} order by reported_at desc, workflow limit {options.MostReference})
                union
                (select distinct reported_at, workflow from featurizer.reported_task
                where reported_at > {learned.UpTo} order by reported_at, workflow limit {next})
                union
                (select distinct reported_at, workflow from featurizer.reported_task
                where reported_at > {learned.UpTo} order by reported_at desc, workflow limit {newest})
                union
                (select distinct reported_at, workflow from answered order by reported_at, workflow limit {next})
                union
                (select distinct reported_at, workflow from answered order by reported_at desc, workflow limit {newest}))
            select workflow, reported_at, cells, action from (
                select distinct on (m.event_id) m.event_id, m.workflow, m.reported_at, m.cells, a.action
                from chosen c
                join featurizer.event_matrix m on m.workflow = c.workflow and m.reported_at = c.reported_at
                left join lateral (
                    select action from ingestor.recorded_action o
                    where o.workflow = m.workflow and (o.task is null or o.task = m.task) and o.recorded_at >= m.reported_at
                        and not exists (select from unnest(o.reasons) reason where reason like 'AIEH%')
                        and not exists (select from featurizer.event_matrix newer
                            where newer.workflow = m.workflow and newer.task = m.task and newer.reported_at > m.reported_at and newer.reported_at <= o.recorded_at)
                    order by o.recorded_at, o.key limit 1) a on true
                order by m.event_id, m.revision desc) newest
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.ReportedAt, row.Workflow))
            .OrderBy(group => group.Key.ReportedAt)
            .ThenBy(group => group.Key.Workflow, StringComparer.Ordinal)
            .Select(SampleOf)];
    }

    private static WorkflowSample SampleOf(IGrouping<(DateTimeOffset ReportedAt, string Workflow), TaskRow> tasks) => WorkflowSample.Of(
        tasks.Key.ReportedAt,
        tasks.Select(task => MatrixEncoding.Decode(task.Cells)),
        tasks.All(task => task.Action is null) ? null : tasks.Any(task => task.Action is not (null or "acdc")));
}
