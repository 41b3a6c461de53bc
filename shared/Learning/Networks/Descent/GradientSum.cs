using System.Numerics.Tensors;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>
/// The gradient of one step: the shards' gradients, added in their order, and the slope of the L2 terms. Which thread adds
/// what does not change the result, since no two jobs share a weight.
/// </summary>
internal sealed class GradientSum
{
    private readonly WeightChunk[] ofSources;
    private readonly WeightChunk[] ofLayers;
    private readonly int scattered;
    private readonly bool[] sourcesTrained;

    public GradientSum(Structure structure)
    {
        scattered = structure.SourceSlices.Length;
        sourcesTrained = [.. structure.Branches.Select(branch => branch.Source.Trained)];
        Total = new float[structure.Parameters];
        ofSources = [.. WeightChunk.Cut(structure.SourceSlices, 0)];
        ofLayers = [.. WeightChunk.Cut(structure.LayerSlices, scattered)];
        Chunks = [.. ofSources, .. ofLayers];
    }

    /// <summary>The gradient, weight by weight.</summary>
    public float[] Total { get; }

    /// <summary>All trained weights.</summary>
    public WeightChunk[] Chunks { get; }

    /// <summary>Jobs of <see cref="Add"/>.</summary>
    public int Jobs => sourcesTrained.Length + ofLayers.Length;

    /// <summary>Sets the sources' part to the L2 terms; the shards' are scattered onto it.</summary>
    public void Begin(float[] parameters)
    {
        foreach (var chunk in ofSources)
            StartFromL2(chunk, parameters);
    }

    /// <summary>One source or one chunk of the layers' weights.</summary>
    /// <param name="job">From 0 to <see cref="Jobs"/> - 1.</param>
    /// <param name="shards">Those of the step, in order.</param>
    /// <param name="parameters">The weights.</param>
    public void Add(int job, ReadOnlySpan<Shard> shards, float[] parameters)
    {
        if (job < sourcesTrained.Length)
        {
            foreach (var shard in sourcesTrained[job] ? shards : [])
                shard.Pass.Scatter(job, Total.AsSpan(0, scattered));

            return;
        }

        var chunk = ofLayers[job - sourcesTrained.Length];
        StartFromL2(chunk, parameters);
        foreach (var shard in shards)
            TensorPrimitives.Add(chunk.Of(Total), shard.Gradient.AsSpan(chunk.Start - scattered, chunk.Length), chunk.Of(Total));
    }

    /// <summary>Factor * (sum of squares) over the weights with an L2 term.</summary>
    public double L2Loss(float[] parameters)
    {
        var loss = 0.0;
        foreach (var chunk in Chunks)
            loss += chunk.L2 > 0 ? chunk.L2 * SquaresOf(chunk.Of(parameters)) : 0;

        return loss;
    }

    /// <summary>Scales the gradient down to a length where it is longer.</summary>
    public void Shorten(double longest)
    {
        var squares = 0.0;
        foreach (var chunk in Chunks)
            squares += SquaresOf(chunk.Of(Total));

        if (squares > longest * longest)
            foreach (var chunk in Chunks)
                TensorPrimitives.Multiply(chunk.Of(Total), (float)(longest / Math.Sqrt(squares)), chunk.Of(Total));
    }

    private void StartFromL2(WeightChunk chunk, float[] parameters)
    {
        if (chunk.L2 > 0)
            TensorPrimitives.Multiply(chunk.Of(parameters), (float)(2 * chunk.L2), chunk.Of(Total));
        else
            chunk.Of(Total).Clear();
    }

    /// <summary>One by one: the sums of TensorPrimitives depend on where in memory the values lie.</summary>
    private static double SquaresOf(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += (double)value * value;

        return sum;
    }
}
