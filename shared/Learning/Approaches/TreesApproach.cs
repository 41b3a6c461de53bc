using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Gradient-boosted trees, as the models in use are trained: the watched rows choose the number of rounds and the
/// temperature, then as many rounds are grown on all rows.
/// </summary>
/// <param name="view">What the trees look through.</param>
/// <param name="halfLife">
/// After how long an order counts half; null: all count alike. With one, the rates that probabilities start from are those of
/// the recent past, how recent being chosen by the watched rows: habits drift faster than what the errors mean.
/// </param>
public sealed class TreesApproach(ITaskView view, TimeSpan? halfLife = null) : IApproach
{
    private static readonly TimeSpan Ever = TimeSpan.FromDays(1e6);
    private static readonly TimeSpan[] RatesHalfLives = [TimeSpan.FromDays(30), TimeSpan.FromDays(60), TimeSpan.FromDays(120), TimeSpan.FromDays(240), Ever];

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
        var (train, watch, all) = (Of(lesson, lesson.Train), Of(lesson, lesson.Watch), Of(lesson, [.. lesson.Train, .. lesson.Watch]));
        var (rounds, calibration, margins) = grower.Choose(train, watch);
        var model = grower.Grow(all, rounds, calibration);
        if (halfLife is not null)
            model = model with { BaseRates = all.TaskRates(lesson.Classes, RatesHalfLives.MinBy(LossWith)) };
        return new Learned(model, lesson.Set.Through(view));

        double LossWith(TimeSpan ratesHalfLife)
        {
            var rates = train.TaskRates(lesson.Classes, ratesHalfLife);
            return ProbabilityScores.LogLoss([.. margins.Select(row => calibration.Apply(row, rates))], watch.Classes);
        }
    }

    private Labelled Of(Lesson lesson, IReadOnlyList<int> rows)
    {
        var features = lesson.Set.Through(view);
        int[] ordered = [.. rows.OrderBy(row => lesson.Set.Tasks[row].Report.ReportedAt).ThenBy(row => row)];
        return new([.. ordered.Select(row => lesson.Set.Tasks[row].ToExample(features[row]))], lesson.ClassesOf(ordered));
    }

    private sealed class Learned(TargetModel model, IReadOnlyList<SparseVector> features) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. model.Predict([.. rows.Select(row => features[row])])];

        public void Dispose() => model.Dispose();
    }
}
