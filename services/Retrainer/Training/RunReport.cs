using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>What a training came to: kept as JSON with its run.</summary>
/// <param name="Examples">Tasks with a matrix and an action.</param>
/// <param name="From">Report of the earliest.</param>
/// <param name="To">Report of the latest.</param>
/// <param name="Promoted">Whether the models became active at once.</param>
/// <param name="State">What became of them: <c>active</c>, <c>shadow</c> or <c>refused</c>.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Targets">What became of each target.</param>
/// <param name="Plans">The composed plans on the last part of time, split by family; null without a model for the action.</param>
internal sealed record RunReport(
    int Examples,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool Promoted,
    string State,
    string Reason,
    IReadOnlyList<TargetReport> Targets,
    PlanEvaluation? Plans)
{
    public static RunReport Of(IReadOnlyList<Example> examples, PromotionDecision decision, IReadOnlyList<TargetReport> targets, PlanEvaluation? plans) => new(
        examples.Count,
        examples.Count == 0 ? null : examples.Min(example => example.ReportedAt),
        examples.Count == 0 ? null : examples.Max(example => example.ReportedAt),
        decision.State == SetState.Active,
        decision.State,
        decision.Reason,
        targets,
        plans);
}
