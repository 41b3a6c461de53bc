using Npgsql;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Tests.Cases.Reading;

/// <summary>Rows as the services write them.</summary>
/// <param name="owner">The owner of all tables.</param>
internal sealed class CaseRows(NpgsqlDataSource owner)
{
    public async Task<Guid> ReportAsync(WorkflowAssistanceRequested reported, SiteErrorMatrix matrix, string source = "live", string? family = null)
    {
        var eventId = EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        family ??= reported.PrepId ?? WorkflowName.Parse(reported.Workflow).Family;
        var errors = TaskErrors.Of(matrix);
        await RunAsync(
            """
            insert into featurizer.event (event_id, workflow, task, family, reported_at, source, observation, sites, matrix_revision, received_at)
            values ($1, $2, $3, $4, $5, $6, $7, '{}', 1, $5)
            """,
            eventId, reported.Workflow, reported.Task, family, reported.ReportedAt, source, WireJson.Write(reported));
        await RunAsync(
            """
            insert into featurizer.matrix (matrix_id, event_id, revision, cause, cells, total_errors, tier_view, tier_view_version, created_at)
            values ($1, $2, 1, 'reported', $3, $4, $5, $6, $7)
            """,
            NameBasedGuid.Of("matrix", eventId, 1), eventId, MatrixEncoding.Encode(matrix), matrix.TotalErrors,
            SparseVectorBytes.Write(MatrixViews.Tier.Of(matrix)), MatrixViews.Tier.Version, reported.ReportedAt);
        await RunAsync(
            "insert into featurizer.seen_task (event_id, workflow, family, reported_at, codes, cells, errors) values ($1, $2, $3, $4, $5, '{}', '{}')",
            eventId, reported.Workflow, family, reported.ReportedAt, errors.Codes.ToArray());
        return eventId;
    }

    /// <param name="said">What is published.</param>
    /// <param name="hidden">What is thought of it, where that is blinded.</param>
    /// <param name="traceParent">The span that published it.</param>
    public async Task SayAsync(RecoveryRecommended said, RecoveryRecommended? hidden = null, string? traceParent = null)
    {
        var messageId = NameBasedGuid.Of("recommendation message", said.RecommendationId, said.Revision);
        await RunAsync(
            """
            insert into scorer.recovery_case (event_id, workflow, task, reported_at, matrix_revision, revision, disposition, expires_at)
            values ($1, $2, $3, $4, 1, $5, $6, $7)
            on conflict (event_id) do update set revision = excluded.revision, disposition = excluded.disposition
            """,
            said.RecommendationId, said.Workflow, said.Task, said.ReportedAt, said.Revision, said.Disposition, said.ExpiresAt);
        await RunAsync(
            """
            insert into scorer.recommendation (event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, confidence, body, plans, blinded, content, content_plans, trace_parent)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '[]', $12, $13, case when $12 then '[]'::jsonb end, $14)
            """,
            said.RecommendationId, said.Revision, messageId, said.Workflow, said.Task, said.ReportedAt, said.RecommendedAt, Or(said.Action), said.Disposition,
            Or(said.Confidence), WireJson.Write(said), hidden is not null, hidden is null ? Or((byte[]?)null) : WireJson.Write(hidden), Or(traceParent));
        await RunAsync(
            """
            insert into scorer.outgoing_message (message_id, origin, exchange, routing_key, type, body, created_at)
            values ($1, $1, 'x', 'x', 'x', '', $2)
            """,
            messageId, said.RecommendedAt);
        await RunAsync("update scorer.outgoing_message set published_at = created_at where message_id = $1", messageId);
    }

    public Task OrderAsync(OperatorActionRecorded order) => RunAsync(
        """
        insert into ingestor.operator_action (key, workflow, task, recorded_at, action, memory_mb, splitting, sites, reasons, operator, parameters_given, source, received_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, 'live', $4)
        """,
        NameBasedGuid.Of("action.recorded", order.Workflow, order.Task, order.RecordedAt), order.Workflow, Or(order.Task), order.RecordedAt, order.Action, Or(order.MemoryMb),
        Or(order.Splitting), order.Sites?.ToArray() ?? [], order.Reasons?.ToArray() ?? [], Or(order.Operator));

    /// <summary>An order that was given in the console and published.</summary>
    public Task GiveAsync(Guid eventId, string workflow, string task, DateTimeOffset at) => RunAsync(
        """
        insert into console.order (order_id, approval_id, group_id, event_id, workflow, task, seen_revision, scope, action, ordered, recorded, recorded_at, operator, state, due_at)
        values ($1, $1, $1, $1, $2, $3, 1, 'task', 'acdc', '{}', '', $4, 'ada', 'approved', $4)
        """, eventId, workflow, task, at);

    /// <summary>The operator's answer as the scorer settles it.</summary>
    public Task AnswerAsync(Guid eventId, DateTimeOffset at) => RunAsync(
        """
        insert into scorer.answer (event_id, action_key, revision, recorded_at, action, memory, splitting, xrootd, secondary, cores, blinded, accepted, disposition)
        values ($1, $1, 1, $2, 'acdc', 'none', 'none', false, false, false, true, false, 'review')
        """,
        eventId, at);

    public Task TakeAsync(Guid eventId, string workflow, string result, DateTimeOffset at) => RunAsync(
        "insert into ingestor.executor_report (key, recommendation_id, revision, workflow, taken_at, result, received_at) values ($1, $2, 1, $3, $5, $4, $5)",
        Guid.NewGuid(), eventId, workflow, result, at);

    public Task EndAsync(string workflow, string task, DateTimeOffset at, bool succeeded, long recovered) => RunAsync(
        "insert into scorer.outcome (key, workflow, task, reported_at, succeeded, recovered_jobs) values ($1, $2, $3, $4, $5, $6)",
        Guid.NewGuid(), workflow, task, at, succeeded, recovered);

    public Task LeaveAsync(string workflow, DateTimeOffset at) => RunAsync("insert into scorer.departure (workflow, left_at, status) values ($1, $2, 'gone')", workflow, at);

    public Task ChangeSiteAsync(string site, DateTimeOffset at, string? readiness, string? status) => RunAsync(
        "insert into featurizer.site_status (site, effective_at, source, readiness, status, received_at) values ($1, $2, '', $3, $4, $2)", site, at, Or(readiness), Or(status));

    private static object Or<T>(T? value) => value is null ? DBNull.Value : value;

    private async Task RunAsync(string sql, params object[] values)
    {
#pragma warning disable CA2100 // The statements are those of this class.
        await using var command = owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
