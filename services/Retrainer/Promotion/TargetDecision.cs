using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What became of one target in a training.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Version">Version of the candidate; null when none could be trained.</param>
/// <param name="Promoted">Whether the candidate is active now.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Metrics">On later tasks that the candidate's twin had not seen.</param>
internal sealed record TargetDecision(string Target, int? Version, bool Promoted, string Reason, TargetMetrics? Metrics);
