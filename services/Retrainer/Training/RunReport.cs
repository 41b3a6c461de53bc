using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
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
/// <param name="Confidence">What the sets of actions and plans did on later tasks; null when that could not be checked.</param>
/// <param name="Decided">How much could be decided without an operator; null without a model for the action.</param>
internal sealed record RunReport(
    int Examples,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool Promoted,
    string State,
    string Reason,
    IReadOnlyList<TargetReport> Targets,
    PlanEvaluation? Plans,
    ConfidenceCheck? Confidence,
    DecidedReport? Decided)
{
    public static RunReport Of(IReadOnlyList<RecordedTask> tasks, PromotionDecision decision, IReadOnlyList<TargetReport> targets, Candidates candidates) => new(
        tasks.Count,
        tasks.Count == 0 ? null : tasks.Min(task => task.Report.ReportedAt),
        tasks.Count == 0 ? null : tasks.Max(task => task.Report.ReportedAt),
        decision.State == SetState.Active,
        decision.State,
        decision.Reason,
        targets,
        candidates.Plans,
        candidates.Check,
        candidates.Decided);
}
