using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>Remembers every task with what others compare, and looks around one as <see cref="Surroundings.Of"/> does.</summary>
internal sealed class SeenTasks(FeaturizerDatabase database)
{
    private sealed record Window(int Hours, int Tasks, int Workflows, int SameCode, int SameCell, int SameCampaign, int SameCampaignCode)
    {
        public ReportsBefore ToReports() => new(Tasks, Workflows, SameCode, SameCell, SameCampaign, SameCampaignCode);
    }

    /// <summary>What was reported around a task; from then on, the task is around others.</summary>
    public async Task<ReportedAround> LookAroundAsync(EventRow row, SeenTask seen, CancellationToken cancellationToken)
    {
        var task = new KnownTask(row.Workflow, row.ReportedAt, await RememberAsync(row, seen, cancellationToken), seen.Codes, seen.Errors);
        var kin = new Kin(task, await KinOfAsync(row, cancellationToken));
        var windows = await WindowsAsync(kin.ReportAt, seen, cancellationToken);
        var earlier = kin.EarlierReports();
        return new()
        {
            SixHours = windows[0].ToReports(),
            Day = windows[1].ToReports(),
            Week = windows[2].ToReports(),
            Siblings = kin.Siblings(seen.MainCode),
            EarlierReports = earlier.Count,
            SinceLast = earlier.Count == 0 ? null : kin.ReportAt - earlier.Max(),
        };
    }

    /// <summary>Remembers tasks that are new, many at once.</summary>
    public async Task RememberAsync(IEnumerable<(EventRow Row, SeenTask Seen)> tasks, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy featurizer.seen_task (event_id, workflow, family, campaign, reported_at, codes, cells, errors) from stdin (format binary)", cancellationToken);
        foreach (var (row, seen) in tasks)
        {
            await rows.StartRowAsync(cancellationToken);
            await rows.WriteAsync(row.EventId, cancellationToken);
            await rows.WriteAsync(row.Workflow, cancellationToken);
            await rows.WriteAsync(row.Family, cancellationToken);
            await rows.WriteAsync(seen.Campaign, cancellationToken);
            await rows.WriteAsync(row.ReportedAt, NpgsqlDbType.TimestampTz, cancellationToken);
            await rows.WriteAsync(seen.Codes, cancellationToken);
            await rows.WriteAsync(seen.Cells, cancellationToken);
            await rows.WriteAsync(seen.Errors, cancellationToken);
        }

        await rows.CompleteAsync(cancellationToken);
    }

    /// <summary>The task's place in the order of arrival, which it keeps when its counts change.</summary>
    private async Task<long> RememberAsync(EventRow row, SeenTask seen, CancellationToken cancellationToken) =>
        (await database.Database.SqlQuery<long>(
            $"""
            insert into featurizer.seen_task (event_id, workflow, family, campaign, reported_at, codes, cells, errors)
            values ({row.EventId}, {row.Workflow}, {row.Family}, {seen.Campaign}, {row.ReportedAt}, {seen.Codes}, {seen.Cells}, {seen.Errors})
            on conflict (event_id) do update set campaign = excluded.campaign, codes = excluded.codes, cells = excluded.cells, errors = excluded.errors
            returning arrival as "Value"
            """).ToListAsync(cancellationToken)).Single();

    private Task<List<KnownTask>> KinOfAsync(EventRow row, CancellationToken cancellationToken) =>
        database.Database.SqlQuery<KnownTask>(
            $"""
            select workflow, reported_at, arrival, codes, errors from featurizer.seen_task
            where (family = {row.Family} or workflow = {row.Workflow}) and reported_at <= {row.ReportedAt}
            """).ToListAsync(cancellationToken);

    /// <summary>Each task of the week is looked at once, and counted by its workflow and the shortest time that it is within.</summary>
    private Task<List<Window>> WindowsAsync(DateTimeOffset at, SeenTask seen, CancellationToken cancellationToken) =>
        database.Database.SqlQuery<Window>(
            $"""
            with task as (
                select workflow, {seen.MainCode} = any(codes) as code, {seen.MainCell} = any(cells) as cell, campaign = {seen.Campaign} as campaign,
                    case when reported_at >= {at} - interval '6 hours' then 6 when reported_at >= {at} - interval '24 hours' then 24 else 168 end as within
                from featurizer.seen_task
                where reported_at < {at} and reported_at >= {at} - interval '168 hours'),
            part as (
                select workflow, within, count(*) as tasks, count(*) filter (where code) as code, count(*) filter (where cell) as cell,
                    count(*) filter (where campaign) as campaign, count(*) filter (where campaign and code) as campaign_code
                from task group by workflow, within)
            select hours, coalesce(sum(tasks), 0)::int as tasks, count(distinct workflow)::int as workflows,
                coalesce(sum(code), 0)::int as same_code, coalesce(sum(cell), 0)::int as same_cell,
                coalesce(sum(campaign), 0)::int as same_campaign, coalesce(sum(campaign_code), 0)::int as same_campaign_code
            from unnest(array[6, 24, 168]) as hours left join part on within <= hours
            group by hours order by hours
            """).ToListAsync(cancellationToken);
}
