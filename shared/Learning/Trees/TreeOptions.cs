namespace WorkflowRecovery.Learning.Trees;

/// <summary>How trees are grown. The defaults were chosen on recorded actions by time split; depth matters little.</summary>
public sealed record TreeOptions
{
    /// <summary>Number of classes, at least 2.</summary>
    public required int Classes { get; init; }

    /// <summary>Boosting rounds at most; each round grows one tree per class (one tree for two classes).</summary>
    public int Rounds { get; init; } = 120;

    /// <summary>Stop after this many rounds without a lower log-loss on the watched rows.</summary>
    public int PatienceRounds { get; init; } = 15;

    /// <summary>Questions from root to leaf at most.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Share of each tree's answer that is added.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Share of the columns that a tree may ask about.</summary>
    public double ColumnShare { get; init; } = 0.5;

    /// <summary>Seed of the draw of columns.</summary>
    public int Seed { get; init; }

    /// <summary>Threads used inside a round; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
