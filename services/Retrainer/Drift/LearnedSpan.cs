namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>What the active models have learned from.</summary>
/// <param name="RunId">Their training.</param>
/// <param name="UpTo">Report of the newest task.</param>
/// <param name="Drift">Since when the newest drift was found that they have learned of; null without one.</param>
internal sealed record LearnedSpan(Guid RunId, DateTimeOffset UpTo, DateTimeOffset? Drift);
