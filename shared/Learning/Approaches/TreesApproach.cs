using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Gradient-boosted trees: the watched rows choose the number of rounds and the temperature, then as many rounds are grown
/// on all rows.
/// </summary>
/// <param name="view">What the trees look through.</param>
/// <param name="halfLife">
/// After how long an order counts half; null: all count alike. With one, the rates that probabilities start from are those of
/// the recent past, how recent being chosen by the watched rows: habits drift faster than what the errors mean.
/// </param>
public sealed class TreesApproach(ITaskView view, TimeSpan? halfLife = null) : IModelApproach
{
    private readonly TimeSpan _halfLife = halfLife ?? HalfLives.Ever;

    /// <summary>Boosting rounds at most.</summary>
    public int Rounds { get; init; } = 300;

    /// <summary>Whether rates are those of the recent past although all orders count alike in what is learned.</summary>
    public bool RecentRates { get; init; }

    /// <inheritdoc />
    public string Name => halfLife is { } time ? $"trees, half-life {time.TotalDays:0} days" : "trees";

    /// <inheritdoc />
    public string View => view.Name;

    /// <inheritdoc />
    public ITaskView Eye => view;

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default) => LearnedModel.Of(this, lesson, cancellation);

    /// <inheritdoc />
    public Settled Settle(Lesson lesson, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var (train, watch) = (LearningRows.Of(lesson, view, lesson.Train), LearningRows.Of(lesson, view, lesson.Watch));
        using var trees = TreeTrainer.Train(
            train.ToSample(_halfLife), watch.ToSample(_halfLife), train.LearningRates(_halfLife), Options(lesson, Rounds), Share.Of(progress), cancellation);
        var ofRates = halfLife is null && !RecentRates ? [HalfLives.Ever] : HalfLives.OfRates;
        return watch.Settle(trees.MarginsOf(watch.Features), train, trees.Rounds, _halfLife, ofRates);
    }

    /// <inheritdoc />
    public TargetModel Fit(Lesson lesson, IReadOnlyList<int> rows, Settled settled, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(settled);
        var all = LearningRows.Of(lesson, view, rows);
        var trees = TreeTrainer.Train(
            all.ToSample(_halfLife), watched: null, all.LearningRates(_halfLife), Options(lesson, (int)settled.Extent), progress: null, cancellation);
        return new(new TreesEvidence(trees), all.TaskRates(settled.RatesHalfLife), settled.Calibration);
    }

    private static TreeOptions Options(Lesson lesson, int rounds) =>
        new() { Classes = lesson.Classes, Rounds = rounds, Seed = lesson.Seed, Threads = lesson.Threads };

    /// <summary>Rounds done as a share.</summary>
    private sealed class Share(IProgress<double> progress) : IProgress<TreeProgress>
    {
        public static Share? Of(IProgress<double>? progress) => progress is null ? null : new(progress);

        public void Report(TreeProgress value) => progress.Report((double)value.Round / value.Rounds);
    }
}
