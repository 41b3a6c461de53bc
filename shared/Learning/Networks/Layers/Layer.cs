using System.Runtime.InteropServices;
using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>What holds for one forward pass.</summary>
/// <param name="Parameters">All of the network's weights: the sources' first, then the layers'.</param>
/// <param name="Scattered">How many are the sources'.</param>
/// <param name="Training">Whether dropout is at work and a backward pass follows.</param>
/// <param name="Seed">For what is random in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(float[] Parameters, int Scattered, bool Training, ulong Seed)
{
    public ReadOnlySpan<float> OfSources => Parameters.AsSpan(0, Scattered);

    public ReadOnlySpan<float> OfLayers => Parameters.AsSpan(Scattered);
}

/// <summary>A layer: its shape and where its weights lie. Immutable; what a shard computes is in a <see cref="LayerPass"/>.</summary>
internal abstract class Layer(Shape output)
{
    public Shape Output { get; } = output;

    /// <summary>Draws the first weights, its own among those of all layers.</summary>
    public abstract void Initialize(Span<float> parameters, Random random);

    /// <summary>A place to compute in.</summary>
    /// <param name="product">Shared by the layers of one pass.</param>
    /// <param name="words">The lengths of the branch's texts, known once its words are read.</param>
    public abstract LayerPass NewPass(MatrixProduct product, WordOrder words);
}

/// <summary>What one layer computes for one shard, kept from forward to backward.</summary>
internal abstract class LayerPass
{
    /// <summary>The output; stays valid until the next call.</summary>
    public abstract Signal Forward(Signal input, Step step);

    /// <summary>Adds to the gradient of the layer's weights and answers with the gradient of its input, unless that is not wanted.</summary>
    /// <param name="gradients">Of the output; may be overwritten.</param>
    /// <param name="step">As it was given to <see cref="Forward"/>.</param>
    /// <param name="total">The gradient of all layers' weights; the layer adds to its own.</param>
    /// <param name="inputWanted">False at the bottom of a branch.</param>
    public abstract Signal? Backward(Signal gradients, Step step, Span<float> total, bool inputWanted);
}
