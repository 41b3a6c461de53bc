using Npgsql;

namespace WorkflowRecovery.Console.Queue;

/// <summary>Reads open cases from the views of their owners.</summary>
internal sealed class QueueReader(NpgsqlDataSource database)
{
    private const string Marks = "select event_id, revision, answered_at from scorer.open_case where reported_at >= $1";

    private const string Cases =
        """
        select c.event_id, c.workflow, c.task, c.reported_at, c.revision, c.matrix_revision, c.disposition, c.expires_at, c.answered_at, c.blinded, c.body,
               e.campaign, e.request_type, e.task_type, e.status, e.priority, coalesce(e.attempt, c.attempt), e.total_jobs, e.failed_jobs, e.cells
        from scorer.open_case c left join featurizer.reported_event e on e.event_id = c.event_id
        where c.reported_at >= $1
        """;

    public async Task<IReadOnlyCollection<QueueMark>> MarksAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marks);
        command.Parameters.Add(new() { Value = since });
        return await ReadAsync(command, row => new QueueMark(row.GetGuid(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)), cancellationToken);
    }

    public async Task<IReadOnlyCollection<QueueCase>> AllAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Cases);
        command.Parameters.Add(new() { Value = since });
        return await ReadAsync(command, QueueCaseRow.Read, cancellationToken);
    }

    /// <summary>Those of the events that are open.</summary>
    public async Task<IReadOnlyCollection<QueueCase>> OfAsync(IReadOnlyCollection<Guid> events, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Cases + " and c.event_id = any($2)");
        command.Parameters.Add(new() { Value = since });
        command.Parameters.Add(new() { Value = events.ToArray() });
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
