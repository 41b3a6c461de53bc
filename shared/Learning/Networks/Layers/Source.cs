using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// The bottom of a branch: turns rows of its input into a <see cref="Signal"/>. Its weights may be many, and a shard
/// touches few of them; so their gradient is not kept per shard but scattered from each shard into that of the step.
/// </summary>
internal abstract class Source(Shape output)
{
    public Shape Output { get; } = output;

    /// <summary>Whether the gradient of the output is of use.</summary>
    public abstract bool Trained { get; }

    /// <summary>Draws the first weights, its own among those of all sources.</summary>
    public abstract void Initialize(Span<float> parameters, Random random);

    /// <summary>Refuses rows that do not fit, and arranges the others as the passes read them.</summary>
    /// <exception cref="ArgumentException">Another kind of input or another dimension.</exception>
    public abstract NetworkInput Take(NetworkInput input);

    /// <summary>A place to compute in.</summary>
    /// <param name="words">Where to tell the lengths of the texts.</param>
    public abstract SourcePass NewPass(WordOrder words);
}

/// <summary>What the bottom of a branch computes for one shard.</summary>
internal abstract class SourcePass
{
    /// <summary>Reads rows; the output stays valid until the next call.</summary>
    /// <param name="input">What <see cref="Source.Take"/> gave.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="step">The weights.</param>
    public abstract Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step);

    /// <summary>Takes the gradient of the output, which stays valid until <see cref="Scatter"/>.</summary>
    public abstract void Backward(Signal gradients);

    /// <summary>Adds to the gradient of all sources' weights, to its own.</summary>
    public abstract void Scatter(Span<float> total);
}
