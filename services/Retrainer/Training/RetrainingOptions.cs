using System.ComponentModel.DataAnnotations;
using WorkflowRecovery.Learning.Tournaments;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>Section <c>Retraining</c>: when models are built, how, and when they are promoted.</summary>
internal sealed class RetrainingOptions
{
    /// <summary>Hours after the last training, or after the first action of all, when models are built anew if there are new actions at all.</summary>
    [Range(1, 24 * 365)]
    public int EveryHours { get; set; } = 24;

    /// <summary>New recorded actions after which models are built anew.</summary>
    [Range(1, 1_000_000)]
    public int AfterActions { get; set; } = 500;

    /// <summary>Seconds without another imported action before new ones are counted, so that an import is not cut in half; live ones never wait.</summary>
    [Range(0, 3600)]
    public int SettleSeconds { get; set; } = 30;

    /// <summary>Seconds between two looks for something to do.</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 2;

    /// <summary>Seed of every draw.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; set; } = 1;

    /// <summary>Threads of what learns; the models do not depend on it.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 2;

    /// <summary>Trees on the matrix alone instead of a tournament of several approaches: for trials and tests.</summary>
    public bool TreesOnly { get; set; }

    /// <summary>Seconds between two looks at how models in shadow do on live tasks.</summary>
    [Range(1, 3600)]
    public int TrialSeconds { get; set; } = 10;

    /// <summary>The most that the chance may be that models in shadow become active although they are no better.</summary>
    [Range(0.000_001, 0.5)]
    public double PromotionLevel { get; set; } = 0.05;

    /// <summary>Answered workflows after which models in shadow are retired when it is still open whether they are better.</summary>
    [Range(10, 1_000_000)]
    public int MostTrialWorkflows { get; set; } = 3000;

    /// <summary>The newest sets of models, which keep their artifacts; those in use, and the one to roll back to, keep them in any case.</summary>
    [Range(1, 10_000)]
    public int KeepSets { get; set; } = 10;

    /// <summary>What these options say of the training itself.</summary>
    public TournamentOptions Tournament => new()
    {
        Seed = Seed,
        Threads = Threads,
        Candidates = TreesOnly ? TournamentCandidates.TreesOnly() : TournamentCandidates.For,
        OtherSplits = !TreesOnly,
    };
}
