using Npgsql;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>Reads the tasks that operators gave orders for. Orders of ours and of rules are left out, as in training.</summary>
internal static class PastOrders
{
    /// <summary>
    /// An action answers the newest round that was reported by then, as it was last observed by then; one that was not
    /// observed yet it cannot have been about. The last action on an event counts.
    /// </summary>
    private const string Query =
        """
        select distinct on (event_id) * from (
            select distinct on (a.key, m.task)
                m.event_id, m.workflow, m.task, m.reported_at, m.tier_view, m.tier_view_version,
                case when m.tier_view_version <> $2 then m.cells end as cells,
                a.key, a.recorded_at, a.action, a.memory_mb, a.splitting, a.xrootd, a.secondary, a.cores, a.parameters_given,
                coalesce(m.observed_at, m.reported_at) <= a.recorded_at as was_seen
            from ingestor.recorded_action a
            join featurizer.event_matrix m
                on m.workflow = a.workflow and (a.task is null or m.task = a.task) and m.reported_at <= a.recorded_at
            where not exists (select from unnest(a.reasons) reason where reason like 'AIEH%')
            order by a.key, m.task, m.reported_at desc, was_seen desc, m.revision desc) newest
        where was_seen and reported_at < $1
        order by event_id, recorded_at desc, key
        """;

    /// <summary>All of them that were reported before some time.</summary>
    public static async Task<IReadOnlyList<Example>> BeforeAsync(RunningInstance instance, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = before.UtcDateTime });
        command.Parameters.Add(new() { Value = MatrixViews.Tier.Version });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var past = new List<Example>();
        while (await rows.ReadAsync(cancellation))
            past.Add(Read(rows));
        return past;
    }

    /// <summary>A stored matrix through the view of today; the stored row where it is of that version.</summary>
    public static SparseVector TierRow(NpgsqlDataReader row) =>
        MatrixViews.StoredTier((int)row["tier_view_version"], (byte[])row["tier_view"], row["cells"] as byte[]);

    private static Example Read(NpgsqlDataReader row)
    {
        var workflow = (string)row["workflow"];
        return new(
            (string)row["task"],
            workflow,
            WorkflowName.Parse(workflow).Family,
            row.GetFieldValue<DateTimeOffset>(row.GetOrdinal("reported_at")),
            TierRow(row),
            ActionOf(row),
            (bool)row["parameters_given"],
            Weight: 1);
    }

    private static RecoveryAction ActionOf(NpgsqlDataReader row) =>
        RecoveryActionNames.Read(
            (string)row["action"], row["memory_mb"] as int?, row["splitting"] as string, row["xrootd"] as string, row["secondary"] as string, row["cores"] as int?)
        ?? throw new InvalidDataException($"'{row["action"]}' is not an action");
}
