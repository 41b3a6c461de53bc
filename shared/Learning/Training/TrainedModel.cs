using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>What came of a training.</summary>
/// <param name="Target">What was learned.</param>
/// <param name="Approach">How, for people, e.g. <c>trees, half-life 180 days</c>.</param>
/// <param name="View">What it looks through.</param>
/// <param name="Final">Learned from all examples: the one to use.</param>
/// <param name="Tested">Learned without the test part: the one that the metrics are of.</param>
/// <param name="Metrics">On the test part.</param>
/// <param name="Window">The time of the examples.</param>
/// <param name="Examples">Number of examples that count for the target.</param>
/// <param name="Seed">The seed used.</param>
/// <param name="Usage">What operators typed within the bins, and what clones carry.</param>
/// <param name="TestedUsage">The same of the examples that <paramref name="Tested"/> learned from.</param>
public sealed record TrainedModel(
    Target Target,
    string Approach,
    ITaskView View,
    TargetModel Final,
    TargetModel Tested,
    TargetMetrics Metrics,
    TrainingWindow Window,
    int Examples,
    int Seed,
    ParameterUsage Usage,
    ParameterUsage TestedUsage) : IDisposable
{
    /// <summary>The metrics on other splits than the honest one, by the split's name; empty where they were not asked for.</summary>
    public IReadOnlyDictionary<string, TargetMetrics> OtherSplits { get; init; } = new Dictionary<string, TargetMetrics>();

    /// <summary>The curves on the honest split, whose numbers the metrics are; null where they were not drawn.</summary>
    public ModelCurves? Curves { get; init; }

    /// <inheritdoc />
    public void Dispose()
    {
        Final.Dispose();
        Tested.Dispose();
    }
}

/// <summary>First and last time of some examples.</summary>
/// <param name="From">Earliest report.</param>
/// <param name="To">Latest report.</param>
public sealed record TrainingWindow(DateTimeOffset From, DateTimeOffset To);
