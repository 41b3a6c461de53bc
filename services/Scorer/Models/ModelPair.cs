namespace WorkflowRecovery.Scorer.Models;

/// <summary>The models in use at one moment.</summary>
/// <param name="Active">Those that recommend.</param>
/// <param name="Shadow">Those that are asked beside them, without anybody hearing of it; null when none are.</param>
internal sealed record ModelPair(ModelSet Active, ModelSet? Shadow);
