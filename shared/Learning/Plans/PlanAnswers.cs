using WorkflowRecovery.Learning.Targets;

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
    IReadOnlyList<double> CloneSplitting)
{
    /// <summary>P(remote read of the secondary input) given an acdc or recovery.</summary>
    public IReadOnlyList<double> Secondary { get; init; } = RecoveryTargets.Secondary.FirstClass;

    /// <summary>P(other cores) given an acdc or recovery.</summary>
    public IReadOnlyList<double> Cores { get; init; } = RecoveryTargets.Cores.FirstClass;

    /// <summary>Answers of models of which only that of the action must be there; a parameter without one stays as it is.</summary>
    /// <param name="ask">What the model of a target says; null without one.</param>
    /// <param name="cloneRates">The rates among clones of a target's classes; null when they are not known.</param>
    public static PlanAnswers Of(Func<Target, IReadOnlyList<double>?> ask, Func<Target, IReadOnlyList<double>?> cloneRates)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(cloneRates);
        return new(
            AnswerTo(RecoveryTargets.Action),
            AnswerTo(RecoveryTargets.Memory),
            AnswerTo(RecoveryTargets.Splitting),
            AnswerTo(RecoveryTargets.Xrootd),
            cloneRates(RecoveryTargets.Memory) ?? RecoveryTargets.Memory.FirstClass,
            cloneRates(RecoveryTargets.Splitting) ?? RecoveryTargets.Splitting.FirstClass)
        {
            Secondary = AnswerTo(RecoveryTargets.Secondary),
            Cores = AnswerTo(RecoveryTargets.Cores),
        };

        IReadOnlyList<double> AnswerTo(Target target) => ask(target) ?? target.FirstClass;
    }
}
