using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>A sample that was checked: rows, their classes, and their weights with mean 1.</summary>
internal sealed class LabelledRows
{
    /// <exception cref="ArgumentException">The sample does not fit the design, or classes or weights are out of range.</exception>
    public LabelledRows(NetworkSample sample, Structure structure, int classes)
    {
        Inputs = structure.Take(sample.Inputs);
        if (Count == 0 || sample.Classes.Count != Count || sample.Weights.Count != Count)
            throw new ArgumentException($"{Count} rows, {sample.Classes.Count} classes, {sample.Weights.Count} weights", nameof(sample));

        if (sample.Classes.Any(@class => @class < 0 || @class >= classes))
            throw new ArgumentException($"a class is outside 0..{classes - 1}", nameof(sample));

        var mean = sample.Weights.Average();
        if (!double.IsFinite(mean) || mean <= 0 || sample.Weights.Any(weight => weight < 0))
            throw new ArgumentException("weights are finite, 0 or more, and not all 0", nameof(sample));

        Classes = [.. sample.Classes];
        Weights = [.. sample.Weights.Select(weight => weight / mean)];
    }

    public NetworkInput[] Inputs { get; }

    public int Count => Inputs[0].Count;

    public int[] Classes { get; }

    public double[] Weights { get; }
}
