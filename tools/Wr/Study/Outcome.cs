namespace WorkflowRecovery.Wr.Study;

/// <summary>What came of an experiment with one seed.</summary>
/// <param name="Experiment">What was to be tried.</param>
/// <param name="Answered">The answers; null where it could not be tried.</param>
/// <param name="Reason">Why it could not.</param>
internal sealed record Outcome(Experiment Experiment, Answered? Answered, string? Reason = null);
