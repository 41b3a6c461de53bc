using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Training;

/// <summary>What came of a training.</summary>
/// <param name="Target">What was learned.</param>
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
    TargetModel Final,
    TargetModel Tested,
    TargetMetrics Metrics,
    TrainingWindow Window,
    int Examples,
    int Seed,
    ParameterUsage Usage,
    ParameterUsage TestedUsage) : IDisposable
{
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

/// <summary>Either a model or the reason why there is none.</summary>
/// <param name="Model">The model; null when refused.</param>
/// <param name="Refusal">Why the examples do not allow training; null when trained.</param>
public sealed record TrainingResult(TrainedModel? Model, string? Refusal);
