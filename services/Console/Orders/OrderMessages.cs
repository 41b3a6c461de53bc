using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Learning.Plans;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What goes out when an order is sent.</summary>
internal static class OrderMessages
{
    /// <summary>The operator's recorded action: tomorrow's label.</summary>
    public static OperatorActionRecorded Recorded(OrderableCase known, OrderedRecovery ordered, IReadOnlyList<string> unavailable, string by, DateTimeOffset at) => new()
    {
        Workflow = known.Workflow,
        Task = RequestRules.IsOnWorkflow(ordered.Action) ? null : known.Task,
        RecordedAt = at,
        Action = ordered.Action,
        MemoryMb = ordered.MemoryMb,
        Splitting = ordered.Splitting,
        Xrootd = ordered.Xrootd,
        Secondary = ordered.Secondary,
        Cores = ordered.Cores,
        Sites = ordered.SiteMode == SiteResolution.AutoMode ? null : Sites(known, ordered, unavailable).Resolved,
        Reasons = ordered.Reasons,
        Operator = by,
        RecommendationId = known.EventId,
    };

    /// <summary>The recommendation that the scorer publishes of it, if nothing changes until then.</summary>
    public static RecoveryRecommended Approved(
        OrderableCase known, OrderedRecovery ordered, IReadOnlyList<string> unavailable, string by, DateTimeOffset at, TimeSpan expiry) =>
        ApprovedRecommendation.Of(
            known.Said, ordered, by, Sites(known, ordered, unavailable),
            KeptPlans.ProbabilityOf(known.Plans, ApprovedRecommendation.ActionOf(ordered)), known.Revision + 1, at, expiry);

    public static SiteChoice Sites(OrderableCase known, OrderedRecovery ordered, IReadOnlyList<string> unavailable) =>
        SiteResolution.Of(ordered.SiteMode, ordered.Sites, known.Reported, unavailable);
}
