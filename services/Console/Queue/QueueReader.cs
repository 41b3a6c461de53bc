using Npgsql;

namespace WorkflowRecovery.Console.Queue;

/// <summary>Reads open cases from the views of their owners.</summary>
internal sealed class QueueReader(NpgsqlDataSource database)
{
    private const string Marks =
        """
        select c.event_id, c.revision, c.answered_at,
               exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
                   or exists (select from ingestor.taken_up_action t where t.workflow = c.workflow and t.task is null and t.taken_at >= c.reported_at),
               ordered.state, noted.note_id
        """;

    private const string Content =
        """
        , c.workflow, c.task, c.reported_at, c.matrix_revision, c.disposition, c.expires_at, c.blinded, c.body, c.opened_at,
        e.campaign, e.request_type, e.task_type, e.status, e.priority, coalesce(e.attempt, c.attempt), e.total_jobs, e.failed_jobs, e.cells,
        ordered.action, ordered.operator, noted.wait_until, noted.written_by, noted.addressee
        """;

    private const string Open =
        """

        from scorer.open_case c
        left join featurizer.reported_event e on e.event_id = c.event_id
        left join console.order ordered on ordered.event_id = c.event_id
            and (ordered.state in ('pending', 'sent') or (ordered.state = 'approved' and c.disposition = 'approved'))
        left join lateral (
            select n.note_id, n.wait_until, n.written_by, n.addressee from console.note n
            where n.workflow = c.workflow and (n.task is null or n.task = c.task)
                and not exists (select from console.note_closing closing where closing.note_id = n.note_id)
            order by n.written_at desc limit 1) noted on true
        where c.opened_at >= $1
        """;

    public async Task<IReadOnlyCollection<QueueMark>> MarksAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marks + Open);
        command.Parameters.Add(new() { Value = since });
        return await ReadAsync(command, QueueCaseRow.ReadMark, cancellationToken);
    }

    public async Task<IReadOnlyCollection<QueueCase>> AllAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marks + Content + Open);
        command.Parameters.Add(new() { Value = since });
        return await ReadAsync(command, QueueCaseRow.Read, cancellationToken);
    }

    /// <summary>Those of the events that are open.</summary>
    public async Task<IReadOnlyCollection<QueueCase>> OfAsync(IReadOnlyCollection<Guid> events, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marks + Content + Open + " and c.event_id = any($2)");
        command.Parameters.Add(new() { Value = since });
        command.Parameters.Add(new() { Value = events.ToArray() });
        return await ReadAsync(command, QueueCaseRow.Read, cancellationToken);
    }

    /// <summary>The open cases of a workflow.</summary>
    public async Task<IReadOnlyCollection<QueueCase>> OfWorkflowAsync(string workflow, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marks + Content + Open + " and c.workflow = $2");
        command.Parameters.Add(new() { Value = since });
        command.Parameters.Add(new() { Value = workflow });
        return await ReadAsync(command, QueueCaseRow.Read, cancellationToken);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<T>();
        while (await row.ReadAsync(cancellationToken))
            all.Add(read(row));
        return all;
    }
}
