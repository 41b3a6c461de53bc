using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Gradient-boosted trees, as the models in use are trained: the watched rows choose the number of rounds and the
/// temperature, then as many rounds are grown on all rows.
/// </summary>
/// <param name="view">What the trees look through.</param>
/// <param name="halfLife">After how long an order counts half; null: all count alike.</param>
public sealed class TreesApproach(ITaskView view, TimeSpan? halfLife = null) : IApproach
{
    private static readonly TimeSpan Ever = TimeSpan.FromDays(1e6);

    /// <inheritdoc />
    public string Name => halfLife is { } time ? $"trees, half-life {time.TotalDays:0} days" : "trees";

    /// <inheritdoc />
    public string View => view.Name;

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var options = new TrainingOptions { Seed = lesson.Seed, Threads = lesson.Threads, HalfLife = halfLife ?? Ever, Rounds = 300 };
        var grower = new Grower(lesson.Target, options, progress: null, cancellation);
        var (rounds, calibration) = grower.Choose(Of(lesson, lesson.Train), Of(lesson, lesson.Watch));
        var model = grower.Grow(Of(lesson, [.. lesson.Train, .. lesson.Watch]), rounds, calibration);
        return new Learned(model, lesson.Set.Through(view));
    }

    private Labelled Of(Lesson lesson, IReadOnlyList<int> rows)
    {
        var features = lesson.Set.Through(view);
        int[] ordered = [.. rows.OrderBy(row => lesson.Set.Tasks[row].Report.ReportedAt).ThenBy(row => row)];
        return new([.. ordered.Select(row => ExampleOf(lesson.Set.Tasks[row], features[row]))], lesson.ClassesOf(ordered));
    }

    private static Example ExampleOf(RecordedTask task, SparseVector features) => new(
        task.Report.Task, task.Report.Workflow, task.Family, task.Report.ReportedAt, features, task.Action, task.ParametersGiven, task.Weight);

    private sealed class Learned(TargetModel model, IReadOnlyList<SparseVector> features) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. model.Predict([.. rows.Select(row => features[row])])];

        public void Dispose() => model.Dispose();
    }
}
