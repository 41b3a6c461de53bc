using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What became of one target in a training.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Version">Version of the candidate; null when none could be trained.</param>
/// <param name="Refusal">Why none could be trained; null when one was.</param>
/// <param name="Metrics">On later tasks that the candidate's twin had not seen.</param>
internal sealed record TargetReport(string Target, int? Version, string? Refusal, TargetMetrics? Metrics);
