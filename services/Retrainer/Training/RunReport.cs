using System.Collections.Immutable;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>What a training came to: kept as JSON with its run.</summary>
/// <param name="Examples">Tasks with a matrix and an action.</param>
/// <param name="From">Report of the earliest.</param>
/// <param name="To">Report of the latest.</param>
/// <param name="Targets">What became of each target.</param>
/// <param name="Plans">The composed plans on the last part of time, by family; null when a target could not be trained.</param>
internal sealed record RunReport(
    int Examples, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<TargetDecision> Targets, PlanEvaluation? Plans)
{
    public static RunReport Of(
        IReadOnlyList<Example> examples, ImmutableDictionary<Target, TrainingResult> results, IReadOnlyList<TargetDecision> decisions, TrainingOptions options) => new(
        examples.Count,
        examples.Count == 0 ? null : examples.Min(example => example.ReportedAt),
        examples.Count == 0 ? null : examples.Max(example => example.ReportedAt),
        decisions,
        results.Values.All(result => result.Model is not null) ? PlanEvaluation.Of(ModelsOf(results), examples, options) : null);

    private static PlanModels ModelsOf(ImmutableDictionary<Target, TrainingResult> results) => new(
        results[RecoveryTargets.Action].Model!,
        results[RecoveryTargets.Memory].Model!,
        results[RecoveryTargets.Splitting].Model!,
        results[RecoveryTargets.Xrootd].Model!);
}
