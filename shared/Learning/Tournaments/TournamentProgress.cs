namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>Where a tournament stands.</summary>
/// <param name="Target">The target.</param>
/// <param name="Stage">What is done for it, e.g. <c>trees on tier</c>.</param>
/// <param name="Done">Share of everything that is done, 0 to 1.</param>
public sealed record TournamentProgress(string Target, string Stage, double Done);
