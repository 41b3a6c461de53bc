using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Networks.Descent;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Tests.Networks.Layers;

/// <summary>
/// Compares the gradient of a step with differences of the loss, weight by weight. The loss is summed in double from float
/// outputs, so a difference is good to about 1e-7 / width; the five-point formula allows a wide one. Errors are taken per
/// layer, relative to the length of its gradient, so that tiny components do not matter.
/// </summary>
internal sealed class GradientCheck
{
    private const float Width = 0.02f;
    private const double Tolerance = 2e-3;
    private const double Noise = 1e-6;

    private readonly Structure structure;
    private readonly LabelledRows sample;
    private readonly float[] parameters;
    private readonly Shard[] shards;
    private readonly GradientSum gradient;
    private readonly int[] rows;

    private GradientCheck(NetworkDesign design, NetworkSample sample, float weightScale)
    {
        structure = Structure.Of(design);
        this.sample = new(sample, structure, design.Classes);
        shards = [new(structure), new(structure)];
        gradient = new(structure);
        rows = [.. Enumerable.Range(0, this.sample.Count)];
        parameters = structure.Initialize(3);
        var random = new Random(5);
        foreach (ref var parameter in parameters.AsSpan())
            parameter = parameter == 0 ? (0.6f + 0.4f * random.NextSingle()) * (random.Next(2) * 2 - 1) : parameter * weightScale;
    }

    /// <param name="design">What to check.</param>
    /// <param name="sample">A handful of rows.</param>
    /// <param name="weightScale">Small weights beside biases of 0.6 to 1 keep relu away from its kink.</param>
    public static void Run(NetworkDesign design, NetworkSample sample, float weightScale = 1)
    {
        var check = new GradientCheck(design, sample, weightScale);
        check.ComputeLoss();
        var found = check.ComputeGradient();
        var scattered = check.structure.SourceSlices.Length;
        foreach (var slice in check.structure.SourceSlices.All)
            check.Compare(found, slice, slice.Start);

        foreach (var slice in check.structure.LayerSlices.All)
            check.Compare(found, slice, slice.Start + scattered);
    }

    private void Compare(float[] found, Slice slice, int start)
    {
        var (error, length) = (0.0, 0.0);
        for (var at = start; at < start + slice.Length; at++)
        {
            var expected = slice.Trained ? Difference(at) : 0;
            error += Math.Pow(found[at] - expected, 2);
            length += Math.Pow(expected, 2);
        }

        Assert.Equal(slice.Trained, Math.Sqrt(length) > 100 * Noise);
        Assert.True(Math.Sqrt(error) <= Tolerance * Math.Sqrt(length) + Noise, $"{slice}: error {Math.Sqrt(error)}, length {Math.Sqrt(length)}");
    }

    private double Difference(int at)
    {
        var middle = parameters[at];
        var (near, far) = (LossAt(Width) - LossAt(-Width), LossAt(2 * Width) - LossAt(-2 * Width));
        parameters[at] = middle;
        return (8 * near - far) / (12 * Width);

        double LossAt(float offset)
        {
            parameters[at] = middle + offset;
            return ComputeLoss();
        }
    }

    private double ComputeLoss()
    {
        var half = rows.Length / 2;
        shards[0].Learn(sample, rows.AsSpan(0, half), rows.Length, structure.StepWith(parameters, training: true, seed: 1));
        shards[1].Learn(sample, rows.AsSpan(half), rows.Length, structure.StepWith(parameters, training: true, seed: 2));
        return (shards[0].Loss + shards[1].Loss) / rows.Length + gradient.L2Loss(parameters);
    }

    private float[] ComputeGradient()
    {
        gradient.Begin(parameters);
        for (var job = 0; job < gradient.Jobs; job++)
            gradient.Add(job, shards, parameters);

        return [.. gradient.Total];
    }
}
