using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Holds an operator's order against what was recommended, openly or not.</summary>
internal static class Answering
{
    private const string ActionTarget = "action";

    /// <param name="ordered">The order.</param>
    /// <param name="given">What was recommended.</param>
    /// <param name="unveiled">Whether what a blinded case holds may have been seen before.</param>
    public static AnswerRow Of(AnsweringAction ordered, RecommendationRow given, bool unveiled = false)
    {
        var blinded = given.Blinded && !unveiled;
        var said = WireJson.Read<RecoveryRecommended>(given.Content ?? given.Body);
        var (plan, recommended) = (OrderedPlan.Of(ordered), OrderedPlan.Of(said));
        var mass = PlanMass.Of(PlansJson.Read(given.ContentPlans ?? given.Plans), plan);
        var sets = given.PlanSet is { } json ? PlansJson.Read(json).ToList() : null;
        return new()
        {
            EventId = ordered.EventId,
            ActionKey = ordered.Key,
            Revision = ordered.Revision,
            RecordedAt = ordered.RecordedAt,
            ReceivedAt = ordered.ReceivedAt,
            MemoryMb = ordered.MemoryMb,
            OrderedSplitting = ordered.Splitting,
            ParametersGiven = ordered.ParametersGiven,
            Action = plan.Action,
            Memory = plan.Memory,
            Splitting = plan.Splitting,
            Xrootd = plan.Xrootd,
            Secondary = plan.Secondary,
            Cores = plan.Cores,
            RecommendedAction = said.Action,
            Confidence = said.Confidence,
            Probability = mass?.Probability,
            Likelier = mass?.Likelier,
            InActionSet = given.ActionSet?.Contains(plan.Action),
            InPlanSet = sets?.Exists(plan.Is) ?? (given.ActionSet is null ? (bool?)null : true),
            PlansInSet = sets?.Count,
            AgreedAction = recommended is null ? null : recommended.Action == plan.Action,
            AgreedOrder = recommended is null ? null : IsSameOrder(recommended, plan),
            AgreedPlan = recommended is null ? null : recommended == plan,
            Blinded = blinded,
            Accepted = !blinded && ordered.RecommendationId == ordered.EventId && IsAsSaid(ordered, said),
            Prompted = !blinded && ordered.RecommendationId == ordered.EventId,
            Disposition = given.Disposition,
            Cell = given.Cell,
            Category = given.Category,
            RunId = given.RunId,
            ModelVersion = said.Models.FirstOrDefault(model => model.Target == ActionTarget)?.Version,
        };
    }

    /// <summary>In what a plan says beside its switches.</summary>
    private static bool IsSameOrder(OrderedPlan one, OrderedPlan other) =>
        (one.Action, one.Memory, one.Splitting) == (other.Action, other.Memory, other.Splitting);

    private static bool IsAsSaid(AnsweringAction ordered, RecoveryRecommended said) =>
        (ordered.Action, ordered.MemoryMb, ordered.Splitting, ordered.Cores) == (said.Action, said.MemoryMb, said.Splitting, said.Cores)
        && OrderedPlan.Of(ordered) == OrderedPlan.Of(said);
}
