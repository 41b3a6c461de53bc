using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Puts a decision into the words of the contract.</summary>
internal static class RecommendationWriter
{
    public static RecoveryRecommended Write(MatrixStored stored, Decision decision, int revision, DateTimeOffset now, TimeSpan expiry)
    {
        var task = stored.Event;
        var judgement = decision.Judgement;
        var choice = judgement.Choice;
        return new()
        {
            RecommendationId = stored.EventId,
            Revision = revision,
            EffectKey = EffectKey.Of(stored.EventId, task.Workflow, choice?.Plan.Action),
            Scope = EffectKey.ScopeOf(choice?.Plan.Action),
            Workflow = task.Workflow,
            Task = task.Task,
            ReportedAt = task.ReportedAt,
            RecommendedAt = now,
            ExpiresAt = now + expiry,
            Action = choice?.Plan.Action.ToName(),
            MemoryMb = choice?.MemoryMb,
            Splitting = choice?.Splitting,
            Cores = choice?.Cores,
            Xrootd = choice?.Plan.Xrootd is true ? "enabled" : null,
            Secondary = choice?.Plan.Secondary is true ? "enabled" : null,
            Sites = SiteResolution.Auto(task, [.. stored.UnavailableSites]),
            Confidence = choice?.Plan.Probability,
            Disposition = decision.Disposition,
            Alternatives = judgement.Alternatives,
            Reasons = judgement.Reasons,
            Rules = judgement.Rules,
            PolicyVersion = decision.PolicyVersion,
            Models = judgement.Models,
            MatrixId = stored.MatrixId,
        };
    }

    /// <summary>The next revision of what was said, taken back.</summary>
    public static RecoveryRecommended Withdraw(RecoveryRecommended said, int revision, Reason why, DateTimeOffset now) => said with
    {
        Revision = revision,
        RecommendedAt = now,
        Disposition = Disposition.Withdrawn,
        Reasons = [why],
    };

    /// <summary>The next revision of what was automatic, for review.</summary>
    public static RecoveryRecommended HoldBack(RecoveryRecommended said, int revision, Reason why, DateTimeOffset now) => said with
    {
        Revision = revision,
        RecommendedAt = now,
        Disposition = Disposition.Review,
        Reasons = [.. said.Reasons, why],
    };

    /// <summary>Routing key: <c>recommendation.action.disposition</c>.</summary>
    public static string RoutingKey(RecoveryRecommended said) => $"recommendation.{said.Action ?? "none"}.{said.Disposition}";
}
