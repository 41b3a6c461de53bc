using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>How models are found and trained. Equal tasks and options give equal bits, whatever <see cref="Threads"/> is.</summary>
public sealed record TournamentOptions
{
    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads of what learns.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What is learned; without the action there are no plans.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = RecoveryTargets.All;

    /// <summary>The approaches that compete for a target, at least one; of those within 1 % of the lowest log-loss the first wins.</summary>
    public Func<Target, IReadOnlyList<IModelApproach>> Candidates { get; init; } = TournamentCandidates.For;

    /// <summary>Share of the tasks that candidates settle and are compared by, the next to last in time.</summary>
    public double CalibrateShare { get; init; } = 0.15;

    /// <summary>Share of the tasks that the winners are tested on, the last in time.</summary>
    public double TestShare { get; init; } = 0.15;

    /// <summary>Fewer tasks than this in any of the three parts are refused.</summary>
    public int MinimumPerPart { get; init; } = 20;

    /// <summary>Fewer tasks to train with that are of another class than the commonest are refused.</summary>
    public int MinimumOfOthers { get; init; } = 10;

    /// <summary>
    /// Whether a winner that is no better than the constant answer on the last part as a whole is kept if it is so on one
    /// half: on the first, or on the second once it has learned of the first. So what changed not long ago does not refuse those that
    /// have learned of it. It lets more through that is no better; right for those that have to prove themselves once more.
    /// </summary>
    public bool OneHalfIsEnough { get; init; }

    /// <summary>Whether winners are also measured on the splits at random and by workflow, which takes two trainings more per target.</summary>
    public bool OtherSplits { get; init; }
}
