using System.Runtime.CompilerServices;
using Npgsql;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Reads what operators ordered, beside the matrices that they saw.</summary>
internal sealed class RecordedOrders(NpgsqlDataSource database)
{
    /// <summary>
    /// Of a workflow the last action counts: one on the workflow replaces all before it, one on a task those on the workflow and on that
    /// task. It answers the newest round that had been reported by then, as it had last been observed by then. The matrices themselves
    /// are fetched last, so that they are not sorted.
    /// </summary>
    private const string Sql =
        """
        with recorded as (
            select a.key, a.workflow, a.task, a.recorded_at, max(a.recorded_at) over (partition by a.workflow) as newest_at,
                   max(a.recorded_at) filter (where a.task is null) over (partition by a.workflow) as whole_at
            from ingestor.recorded_action a),
        counting as (
            select distinct on (workflow, task) key, workflow, task, recorded_at from recorded
            where case when task is null then recorded_at = newest_at else whole_at is null or recorded_at > whole_at end
            order by workflow, task, recorded_at desc, key),
        answered as (
            select distinct on (m.task) m.task, c.key, m.matrix_id, coalesce(m.observed_at, m.reported_at) <= c.recorded_at as was_seen
            from counting c
            join featurizer.event_matrix m on m.workflow = c.workflow and (c.task is null or m.task = c.task) and m.reported_at <= c.recorded_at
            order by m.task, m.reported_at desc, was_seen desc, m.revision desc)
        select s.task, a.workflow, a.action, a.memory_mb, a.splitting, a.xrootd, a.secondary, a.cores, a.sites, a.parameters_given, m.cells
        from answered s
        join ingestor.recorded_action a on a.key = s.key
        join featurizer.event_matrix m on m.matrix_id = s.matrix_id
        where s.was_seen
        """;

    public async IAsyncEnumerable<HistoryRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.CommandTimeout = (int)TimeSpan.FromMinutes(5).TotalSeconds;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            yield return Read(row);
    }

    private static HistoryRecord Read(NpgsqlDataReader row) => new()
    {
        Task = row.GetString(0),
        Workflow = row.GetString(1),
        Action = new(RecoveryActionNames.TryParse(row.GetString(2), out var kind) ? kind : throw new FormatException($"'{row.GetString(2)}' is not an action"))
        {
            MemoryMb = Number(row, 3),
            Splitting = Text(row, 4),
            Xrootd = Switch(row, 5),
            Secondary = Switch(row, 6),
            Cores = Number(row, 7),
            Sites = [.. row.GetFieldValue<string[]>(8)],
        },
        ParametersGiven = row.GetBoolean(9),
        Matrix = MatrixEncoding.Decode(row.GetFieldValue<byte[]>(10)),
    };

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static bool? Switch(NpgsqlDataReader row, int column) => Text(row, column) is { } word ? word == "enabled" : null;
}
