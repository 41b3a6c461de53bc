using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>What one branch computes for the rows of one shard.</summary>
internal sealed class BranchPass
{
    private readonly LayerPass[] layers;
    private readonly bool sourceTrained;
    private readonly Signal cut = new();

    public BranchPass(Branch branch, MatrixProduct product)
    {
        var words = new WordOrder();
        Source = branch.Source.NewPass(words);
        layers = [.. branch.Layers.Select(layer => layer.NewPass(product, words))];
        sourceTrained = branch.Source.Trained;
    }

    public SourcePass Source { get; }

    public Signal Output { get; private set; } = new();

    /// <summary>Whether there is anything to learn.</summary>
    public bool Trained => sourceTrained || layers.Length > 0;

    public void Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
    {
        Output = Source.Forward(input, rows, step);
        foreach (var layer in layers)
            Output = layer.Forward(Output, step);
    }

    public void Backward(Signal gradients, Step step, Span<float> total)
    {
        for (var layer = layers.Length - 1; layer >= 0; layer--)
            if (layers[layer].Backward(gradients, step, total, layer > 0 || sourceTrained) is { } below)
                gradients = below;

        if (sourceTrained)
            Source.Backward(gradients);
    }

    /// <summary>The branch's own columns of a matrix that holds those of all.</summary>
    public Signal Cut(Signal joined, int start)
    {
        cut.Resize(joined.Rows, Output.Width);
        for (var row = 0; row < joined.Rows; row++)
            joined.Row(row).Slice(start, Output.Width).CopyTo(cut.Row(row));

        return cut;
    }
}
