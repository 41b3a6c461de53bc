namespace WorkflowRecovery.Learning.Networks;

/// <summary>How the weights follow the gradient.</summary>
public enum Optimizer
{
    /// <summary>Kingma and Ba 2015, with their constants: 0.9, 0.999 and 1e-8.</summary>
    Adam,

    /// <summary>Plain gradient descent on mini-batches.</summary>
    Sgd,
}

/// <summary>How a network is trained.</summary>
public sealed record NetworkOptions
{
    /// <summary>Passes over the sample at most.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Rows per step.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>Size of a step, above 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the weights follow the gradient.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Adam;

    /// <summary>Stop after this many epochs without a lower loss on the watched rows; at least 1.</summary>
    public int PatienceEpochs { get; init; } = 5;

    /// <summary>
    /// The gradient is scaled down to this length where it is longer; null leaves it. Raw counts with a high learning rate
    /// need it.
    /// </summary>
    public double? GradientNorm { get; init; }

    /// <summary>Seed of the first weights, the order of the rows and the dropout.</summary>
    public int Seed { get; init; }

    /// <summary>Threads used within a step; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
