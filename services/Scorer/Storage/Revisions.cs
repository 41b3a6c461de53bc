using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Stores revisions of recommendations with the messages that tell of them.</summary>
internal sealed class Revisions(ScorerDatabase database, Guid origin, DateTimeOffset now, CancellationToken cancellationToken)
{
    /// <summary>The next revision of each round, made from what was said last.</summary>
    public async Task SayAgainAsync(IQueryable<CaseRow> rounds, Func<RecoveryRecommended, int, RecoveryRecommended> change)
    {
        foreach (var open in await rounds.OrderBy(round => round.Task).ToListAsync(cancellationToken))
        {
            var last = await LastOfAsync(open);
            var said = WireJson.Read<RecoveryRecommended>(last.Body);
            open.AnsweredAt = null;
            Say(open, change(said, open.Revision + 1), Kept.Of(last));
        }
    }

    /// <summary>What was said of a case last.</summary>
    public Task<RecommendationRow> LastOfAsync(CaseRow known) =>
        database.Recommendations.SingleAsync(r => r.EventId == known.EventId && r.Revision == known.Revision, cancellationToken);

    public void Say(CaseRow known, RecoveryRecommended said, Kept kept)
    {
        (known.Revision, known.Disposition, known.ExpiresAt) = (said.Revision, said.Disposition, said.ExpiresAt);
        var messageId = NameBasedGuid.Of("recommendation message", said.RecommendationId, said.Revision);
        var body = WireJson.Write(said);
        database.Recommendations.Add(new()
        {
            EventId = said.RecommendationId,
            Revision = said.Revision,
            MessageId = messageId,
            Workflow = said.Workflow,
            Task = said.Task,
            ReportedAt = said.ReportedAt,
            RecommendedAt = said.RecommendedAt,
            Action = said.Action,
            Disposition = said.Disposition,
            Confidence = said.Confidence,
            MatrixId = said.MatrixId,
            Body = body,
            Plans = kept.Plans,
            Cell = kept.Cell,
            RunId = kept.RunId,
            Category = kept.Category,
            ActionSet = kept.Sets.Actions,
            PlanSet = kept.Sets.Plans,
            PolicyVersion = said.PolicyVersion,
            TraceParent = Activity.Current?.Id,
            Blinded = kept.Content is not null,
            Content = kept.Content,
            ContentPlans = kept.ContentPlans,
        });
        database.Outgoing.Add(new OutgoingMessage
        {
            MessageId = messageId,
            Origin = origin,
            Exchange = Names.RecommendationsExchange,
            RoutingKey = RecommendationWriter.RoutingKey(said),
            Type = nameof(RecoveryRecommended),
            Body = body,
            TraceParent = Activity.Current?.Id,
            CreatedAt = now,
        });
    }
}
