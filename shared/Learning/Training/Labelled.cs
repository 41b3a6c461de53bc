using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>The examples that count for a target, in the order of time in which they come, with their classes.</summary>
internal sealed record Labelled(IReadOnlyList<Example> Examples, IReadOnlyList<int> Classes)
{
    public int Count => Examples.Count;

    public DateTimeOffset Oldest => Examples[0].ReportedAt;

    public DateTimeOffset Newest => Examples[^1].ReportedAt;

    public IReadOnlyList<SparseVector> Rows => [.. Examples.Select(example => example.Features)];

    public static Labelled Of(Target target, IReadOnlyList<Example> examples)
    {
        var counted = examples
            .Select(example => (Example: example, Class: target.ClassOf(example.Action, example.ParametersGiven)))
            .Where(pair => pair.Class is not null)
            .ToList();
        return new([.. counted.Select(pair => pair.Example)], [.. counted.Select(pair => pair.Class!.Value)]);
    }

    /// <summary>How often each class is asked for, per task.</summary>
    public double[] TaskRates(int classes, TimeSpan halfLife) => BaseRates.Of(Weighted(halfLife, _ => 1), classes);

    /// <summary>How often each class comes in what is learned from, per weight.</summary>
    public double[] LearningRates(int classes, TimeSpan halfLife) => BaseRates.Of(Weighted(halfLife, example => example.Weight), classes);

    public TreeSample ToSample(TimeSpan halfLife) => new(Rows, Classes, [.. Weighted(halfLife, example => example.Weight).Select(row => row.Weight)]);

    private IEnumerable<(int Class, double Weight)> Weighted(TimeSpan halfLife, Func<Example, double> weightOf)
    {
        if (Count == 0)
            return [];

        var newest = Newest;
        return Examples.Zip(Classes, (example, @class) => (@class, weightOf(example) * BaseRates.Recency(example.ReportedAt, newest, halfLife)));
    }
}
