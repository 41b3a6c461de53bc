using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>
/// Notes what failed where, and reads what a decision needs to know, in one round trip. Views that cannot be read make
/// facts that forbid everything automatic, and leave the transaction usable.
/// </summary>
internal sealed class FactReader(ScorerDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
{
    private const string Note =
        """
        insert into scorer.seen_error (code, site, reported_at, workflow)
        select code, site, $3, $4 from unnest($1, $2) as seen (code, site) on conflict do nothing
        """;

    // $1 event, $2 workflow, $3 task, $4 reported at, $5 begin of the window for orders, $6 now, $7 family, $8 name of the task, $9 cell,
    // $10 training of the models that were asked, $11 since when answers count
    private const string Read =
        $"""
        select {AutomaticSwitch.IsOn},
               (select text from retrainer.drift_state where is_on),
               exists (select from ingestor.recorded_action
                       where source = 'live' and workflow = $2 and (task is null or task = $3) and recorded_at >= $5),
               exists (select from ingestor.taken_up_action where workflow = $2 and (task is null or task = $3) and taken_at >= $5),
               exists (select from scorer.recommendation
                       where workflow = $2 and event_id <> $1 and disposition in ('automatic', 'approved')
                         and (recommended_at >= $5 or reported_at >= $5)
                         and (task = $3 or action in ('clone', 'by-pass', 'force-complete', 'on-hold'))),
               exists (select from scorer.recommendation where event_id = $1 and (disposition in ('automatic', 'approved') or blinded)),
               (select array_agg(dominant_code) from scorer.recovery_case
                where family = $7 and reported_at < $4 and split_part(task, '/', -1) = $8),
               (select said.action from scorer.recovery_case open
                join scorer.recommendation said on said.event_id = open.event_id and said.revision = open.revision
                where open.workflow = $2 and open.event_id <> $1 and open.disposition in ('review', 'approved') and open.expires_at > $6
                  and open.answered_at is null and said.action in ('clone', 'by-pass', 'force-complete', 'on-hold') limit 1),
               exists (select from scorer.recovery_case open
                       join scorer.recommendation said on said.event_id = open.event_id and said.revision = open.revision
                       where open.workflow = $2 and open.event_id <> $1 and open.disposition = 'review' and open.expires_at > $6
                         and open.answered_at is null and said.blinded),
               record.answers, record.agreed
        from (values (1)) as one left join scorer.cell_record($10::uuid, $11::timestamptz) record on record.cell = $9
        """;

    public async Task<Facts> ReadAsync(CaseFile file)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(NoteCommand(file));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("savepoint facts"));
        batch.BatchCommands.Add(ReadCommand(file));
        try
        {
            await using var row = await batch.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            return FactsOf(row);
        }
        catch (PostgresException failure) when (failure.SqlState.StartsWith("42", StringComparison.Ordinal))
        {
            await database.Database.ExecuteSqlAsync($"rollback to savepoint facts", cancellationToken);
            return new Facts { Now = now, Readable = false };
        }
    }

    private Facts FactsOf(NpgsqlDataReader row) => new()
    {
        Now = now,
        SwitchedOn = row.GetBoolean(0),
        Drift = row.IsDBNull(1) ? null : row.GetString(1),
        Ordered = row.GetBoolean(2),
        Taken = row.GetBoolean(3),
        Told = row.GetBoolean(4),
        Decided = row.GetBoolean(5),
        EarlierCodes = row.IsDBNull(6) ? [] : row.GetFieldValue<int?[]>(6),
        WorkflowAction = row.IsDBNull(7) ? null : row.GetString(7),
        SiblingBlinded = row.GetBoolean(8),
        Record = row.IsDBNull(9) ? new(0, 0) : new(row.GetInt64(9), row.GetInt64(10)),
    };

    private static NpgsqlBatchCommand NoteCommand(CaseFile file)
    {
        var cones = Cone.Of(file);
        return Command(Note, cones.Select(cone => cone.Code).ToArray(), cones.Select(cone => cone.Site).ToArray(), file.Event.ReportedAt, file.Event.Workflow);
    }

    private NpgsqlBatchCommand ReadCommand(CaseFile file)
    {
        var task = file.Event;
        return Command(
            Read, file.Stored.EventId, task.Workflow, task.Task, task.ReportedAt, task.ReportedAt - Facts.OrderWindow, now,
            WorkflowName.Parse(task.Workflow).Family, TaskWork.NameOf(task.Task), file.Cell ?? "",
            file.Judgement.RunId, file.Policy.Policy.Automatic.EarnedSince(now));
    }

    private static NpgsqlBatchCommand Command(string sql, params object?[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        return command;
    }
}
