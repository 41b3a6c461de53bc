using System.Text.Json;
using Npgsql;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Queue;

/// <summary>Reads the tasks in assistance from the views of their owners.</summary>
internal static class QueueReader
{
    /// <summary>The console shows no older ones either, unless it is told to.</summary>
    public const int UsualDays = 60;

    private const string Query =
        """
        select c.event_id, c.workflow, c.task, c.reported_at, c.revision, c.disposition, c.expires_at, c.answered_at, c.body,
               e.campaign, e.priority, coalesce(e.attempt, c.attempt) as attempt, e.total_jobs, e.failed_jobs, e.cells,
               exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
                   or exists (select from ingestor.taken_up_action t where t.workflow = c.workflow and t.task is null and t.taken_at >= c.reported_at) as is_taken,
               ordered.state as order_state, noted.wait_until, noted.addressee is not null as is_escalated
        from scorer.open_case c
        left join featurizer.reported_event e on e.event_id = c.event_id
        left join console.standing_order ordered on ordered.event_id = c.event_id and (ordered.state <> 'approved' or c.disposition = 'approved')
        left join lateral (
            select n.wait_until, n.addressee from console.standing_note n
            where n.workflow = c.workflow and (n.task is null or n.task = c.task)
            order by n.written_at desc limit 1) noted on true
        where c.opened_at >= $1
        """;

    /// <param name="instance">Whose queue.</param>
    /// <param name="since">Tasks that came in before are not read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<QueuedTask>> ReadAsync(RunningInstance instance, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var tasks = new List<QueuedTask>();
        while (await rows.ReadAsync(cancellation))
            tasks.Add(Read(rows));
        return tasks;
    }

    private static QueuedTask Read(NpgsqlDataReader row)
    {
        var matrix = row["cells"] is byte[] cells ? MatrixEncoding.Decode(cells) : SiteErrorMatrix.Empty;
        var workflow = (string)row["workflow"];
        return new((Guid)row["event_id"], workflow, (string)row["task"], Time(row, "reported_at")!.Value, (int)row["revision"], (string)row["disposition"], Time(row, "expires_at")!.Value, SaidIn((byte[])row["body"]))
        {
            AnsweredAt = Time(row, "answered_at"),
            Campaign = row["campaign"] as string ?? WorkflowName.Parse(workflow).Campaign,
            Priority = Number(row["priority"]),
            Attempt = (int?)Number(row["attempt"]),
            TotalJobs = Number(row["total_jobs"]),
            FailedJobs = Number(row["failed_jobs"]) ?? matrix.TotalErrors,
            Errors = [.. matrix.Cells.Select(cell => new ErrorRow { Code = cell.Code, Site = cell.Site, Count = cell.Count })],
            IsTaken = (bool)row["is_taken"],
            OrderState = row["order_state"] as string,
            WaitUntil = Time(row, "wait_until"),
            IsEscalated = (bool)row["is_escalated"],
        };
    }

    private static RecoveryRecommended? SaidIn(byte[] body)
    {
        try
        {
            return WireJson.Read<RecoveryRecommended>(body);
        }
        catch (JsonException)
        {
            // One body that nobody can read does not keep all other cases from being shown.
            return null;
        }
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, string column) => row[column] is DateTime time ? new DateTimeOffset(time) : null;

    private static long? Number(object value) => value is DBNull ? null : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
