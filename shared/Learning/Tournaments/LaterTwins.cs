using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// The winners as they would be had they learned only what was before some border, and the tasks after it, of families
/// that were not met before it: what both they and older models can be judged by.
/// </summary>
public sealed class LaterTwins : IDisposable
{
    private readonly IReadOnlyList<TrainedModel> _fitted;

    internal LaterTwins(PlanModels models, IReadOnlyList<RecordedTask> later, IReadOnlyList<TrainedModel> fitted) =>
        (Models, Later, _fitted) = (models, later, fitted);

    /// <summary>The twins; <see cref="PlanModels.AskTested(ReportedTask)"/> asks them.</summary>
    public PlanModels Models { get; }

    /// <summary>The tasks after the border.</summary>
    public IReadOnlyList<RecordedTask> Later { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var model in _fitted)
            model.Tested.Dispose();
    }
}
