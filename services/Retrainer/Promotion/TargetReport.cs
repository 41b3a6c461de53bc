using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What became of one target in a training.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Version">Version of the candidate; null when none could be trained.</param>
/// <param name="Refusal">Why none could be trained; null when one was.</param>
/// <param name="Metrics">On later tasks that the candidate's twin had not seen.</param>
/// <param name="Approach">How it was learned; null when none could be trained.</param>
/// <param name="View">What it looks through; null when none could be trained.</param>
/// <param name="Candidates">All that competed.</param>
internal sealed record TargetReport(
    string Target, int? Version, string? Refusal, TargetMetrics? Metrics, string? Approach, string? View, IReadOnlyList<CandidateResult> Candidates)
{
    public static TargetReport Of(TargetResult result, int? version) => new(
        result.Target.Name, version, result.Refusal, result.Model?.Metrics, result.Model?.Approach, result.Model?.View.Name, result.Candidates);
}
