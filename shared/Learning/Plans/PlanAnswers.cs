namespace WorkflowRecovery.Learning.Plans;

/// <summary>What the models say about one task; every list holds the probabilities of its target's classes.</summary>
/// <param name="Action">P(action).</param>
/// <param name="Memory">P(memory bin) given an acdc or recovery.</param>
/// <param name="Splitting">P(splitting bin) given an acdc or recovery.</param>
/// <param name="Xrootd">P(remote read) given an acdc or recovery.</param>
/// <param name="CloneMemory">P(memory bin) given a clone.</param>
/// <param name="CloneSplitting">P(splitting bin) given a clone.</param>
public sealed record PlanAnswers(
    IReadOnlyList<double> Action,
    IReadOnlyList<double> Memory,
    IReadOnlyList<double> Splitting,
    IReadOnlyList<double> Xrootd,
    IReadOnlyList<double> CloneMemory,
    IReadOnlyList<double> CloneSplitting);
