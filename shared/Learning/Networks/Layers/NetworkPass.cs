using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>What a network computes for the rows of one shard. Serves one thread at a time; keeps its memory.</summary>
internal sealed class NetworkPass
{
    private readonly BranchPass[] branches;
    private readonly LayerPass[] trunk;
    private readonly Signal joined = new();
    private readonly int joinedWidth;

    public NetworkPass(Structure structure)
    {
        var product = new MatrixProduct();
        branches = [.. structure.Branches.Select(branch => new BranchPass(branch, product))];
        joinedWidth = structure.Branches.Sum(branch => branch.Output.Size);
        trunk = [.. structure.Trunk.Select(layer => layer.NewPass(product, new()))];
    }

    /// <summary>The output layer's sums.</summary>
    /// <param name="inputs">What <see cref="Structure.Take"/> gave.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="step">With which weights.</param>
    public Signal Forward(NetworkInput[] inputs, ReadOnlySpan<int> rows, Step step)
    {
        for (var branch = 0; branch < branches.Length; branch++)
            branches[branch].Forward(inputs[branch], rows, step);

        var signal = branches.Length == 1 ? branches[0].Output : Join(rows.Length);
        foreach (var layer in trunk)
            signal = layer.Forward(signal, step);

        return signal;
    }

    /// <summary>Adds to the gradient of the layers' weights; that of the sources' is left for <see cref="Scatter"/>.</summary>
    /// <param name="gradients">Of the sums that <see cref="Forward"/> gave.</param>
    /// <param name="step">As it was given to <see cref="Forward"/>.</param>
    /// <param name="total">The gradient of all layers' weights.</param>
    public void Backward(Signal gradients, Step step, Span<float> total)
    {
        var wanted = Array.Exists(branches, branch => branch.Trained);
        for (var layer = trunk.Length - 1; layer >= 0; layer--)
            if (trunk[layer].Backward(gradients, step, total, layer > 0 || wanted) is { } below)
                gradients = below;

        if (!wanted)
            return;

        var start = 0;
        foreach (var branch in branches)
        {
            branch.Backward(branches.Length == 1 ? gradients : branch.Cut(gradients, start), step, total);
            start += branch.Output.Width;
        }
    }

    /// <summary>Adds to the gradient of the weights of a branch's source.</summary>
    public void Scatter(int branch, Span<float> total) => branches[branch].Source.Scatter(total);

    /// <summary>The branches' outputs side by side.</summary>
    private Signal Join(int rows)
    {
        joined.Resize(rows, joinedWidth);
        var start = 0;
        foreach (var branch in branches)
        {
            for (var row = 0; row < rows; row++)
                branch.Output.Row(row).CopyTo(joined.Row(row)[start..]);

            start += branch.Output.Width;
        }

        return joined;
    }
}
