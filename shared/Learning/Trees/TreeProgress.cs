namespace WorkflowRecovery.Learning.Trees;

/// <summary>Where a training stands.</summary>
/// <param name="Round">Rounds done.</param>
/// <param name="Rounds">Rounds at most.</param>
/// <param name="LogLoss">Log-loss on the watched rows; null when none are watched.</param>
public sealed record TreeProgress(int Round, int Rounds, double? LogLoss);
