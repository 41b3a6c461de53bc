namespace WorkflowRecovery.Learning.Text;

/// <summary>How word vectors are learned. Equal texts and options give equal bits.</summary>
public sealed record WordVectorOptions
{
    /// <summary>Numbers per word; 50 in the CMS study of logs.</summary>
    public int Dimension { get; init; } = 50;

    /// <summary>Words to either side that count as context, at most; the width is drawn anew for each word, so that near ones count more.</summary>
    public int Window { get; init; } = 5;

    /// <summary>Words drawn at random as a counter-example for each pair.</summary>
    public int Negatives { get; init; } = 5;

    /// <summary>Walks over all texts.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Learning rate to begin with; it falls linearly to a ten-thousandth of this.</summary>
    public double LearningRate { get; init; } = 0.025;

    /// <summary>A word whose share of all words is above this is passed over the more often the commoner it is.</summary>
    public double Subsample { get; init; } = 1e-3;

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 1;
}
