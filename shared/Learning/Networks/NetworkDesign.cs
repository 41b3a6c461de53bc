using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>
/// A network as a plain value: branches, each with an input and layers of its own; their outputs side by side; a trunk of
/// further layers; and an output layer, which is not listed: one sigmoid for two classes, else a softmax.
/// </summary>
/// <param name="Branches">At least one.</param>
/// <param name="Trunk">Layers above the branches; may be empty.</param>
/// <param name="Classes">At least 2.</param>
public sealed record NetworkDesign(ImmutableArray<BranchDesign> Branches, ImmutableArray<LayerDesign> Trunk, int Classes)
{
    /// <summary>A plain network: columns in, dense layers, classes out.</summary>
    /// <param name="columns">Columns of the view.</param>
    /// <param name="neuronsPerLayer">Neurons of each hidden layer, from the first.</param>
    /// <param name="activation">Of the hidden layers.</param>
    /// <param name="classes">At least 2.</param>
    public static NetworkDesign Dense(int columns, IEnumerable<int> neuronsPerLayer, Activation activation, int classes) =>
        new([new(new ColumnsDesign(columns), [.. neuronsPerLayer.Select(neurons => new DenseDesign(neurons, activation))])], [], classes);

    /// <summary>Number of weights and biases, trained or not.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit: says which layer of which branch, and why.</exception>
    public int CountParameters() => Structure.Of(this).Parameters;

    /// <summary>Equal branches, trunk and classes.</summary>
    public bool Equals(NetworkDesign? other) =>
        other is not null && Classes == other.Classes && Branches.SequenceEqual(other.Branches) && Trunk.SequenceEqual(other.Trunk);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes, Branches.Length, Trunk.Length, Branches.FirstOrDefault());

    /// <summary>One line to print.</summary>
    public override string ToString() =>
        $"[{string.Join(" | ", Branches)}]{string.Concat(Trunk.Select(layer => $" > {layer}"))} > {Classes} classes";
}

/// <summary>One input and the layers above it.</summary>
/// <param name="Input">What the branch is given.</param>
/// <param name="Layers">From the input upwards; may be empty for columns and images.</param>
public sealed record BranchDesign(InputDesign Input, ImmutableArray<LayerDesign> Layers)
{
    /// <summary>Equal input and layers.</summary>
    public bool Equals(BranchDesign? other) => other is not null && Input == other.Input && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Input, Layers.Length, Layers.FirstOrDefault());

    /// <summary>One line to print.</summary>
    public override string ToString() => string.Join(" > ", Layers.Select(layer => layer.ToString()).Prepend(Input.ToString()));
}
