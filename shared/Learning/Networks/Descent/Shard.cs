using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>A fixed share of a batch's rows, computed by one thread: where it computes, and what it found.</summary>
internal sealed class Shard(Structure structure)
{
    private readonly Signal gradients = new();

    public NetworkPass Pass { get; } = new(structure);

    /// <summary>Of the layers' weights.</summary>
    public float[] Gradient { get; } = new float[structure.LayerSlices.Length];

    /// <summary>Weighted loss of the rows.</summary>
    public double Loss { get; private set; }

    /// <summary>Forward and backward.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="rows">The shard's rows.</param>
    /// <param name="batchRows">Rows of the whole batch, which the gradient is the mean over.</param>
    /// <param name="step">The weights.</param>
    public void Learn(LabelledRows sample, ReadOnlySpan<int> rows, int batchRows, Step step)
    {
        var sums = Pass.Forward(sample.Inputs, rows, step);
        Loss = CrossEntropy.Loss(sums, rows, sample);
        CrossEntropy.Gradients(sums, rows, sample, 1.0 / batchRows, gradients);
        Gradient.AsSpan().Clear();
        Pass.Backward(gradients, step, Gradient);
    }
}
