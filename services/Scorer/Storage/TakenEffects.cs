using Microsoft.EntityFrameworkCore;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What executors have in hand or have done; what they gave up does not count.</summary>
internal sealed class TakenEffects(ScorerDatabase database, CancellationToken cancellationToken)
{
    /// <summary>Whether an executor acted on any revision of a case, or on its whole workflow since it was reported.</summary>
    public Task<bool> OfCaseAsync(CaseRow known) => database.Database.SqlQuery<bool>(
        $"""
        select exists (select from ingestor.taken_up_action where recommendation_id = {known.EventId})
            or exists (select from ingestor.taken_up_action where workflow = {known.Workflow} and task is null and taken_at >= {known.ReportedAt}) as "Value"
        """).SingleAsync(cancellationToken);

    /// <summary>Whether an executor acted on any of these revisions.</summary>
    public Task<bool> OfRevisionsAsync(IReadOnlyList<ApprovalRow> approved)
    {
        var (events, revisions) = (approved.Select(a => a.EventId).ToArray(), approved.Select(a => a.Revision!.Value).ToArray());
        return database.Database.SqlQuery<bool>(
            $"""
            select exists (select from ingestor.taken_up_action t
                join unnest({events}, {revisions}) as ordered (event_id, revision) on t.recommendation_id = ordered.event_id and t.revision = ordered.revision) as "Value"
            """).SingleAsync(cancellationToken);
    }
}
