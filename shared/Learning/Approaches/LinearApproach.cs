using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Logistic regression with L2: the strength that answers the watched rows best is taken, and then learned again on all rows.
/// </summary>
/// <param name="view">What it looks through.</param>
public sealed class LinearApproach(ITaskView view) : IModelApproach
{
    /// <summary>The strengths of L2 that are tried, rising.</summary>
    public IReadOnlyList<double> Penalties { get; init; } = [3, 10, 30, 100];

    /// <summary>Whether rates are those of the recent past, how recent being chosen by the watched rows.</summary>
    public bool RecentRates { get; init; }

    /// <inheritdoc />
    public string Name => "logistic regression";

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
        return Penalties.Select((penalty, tried) =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var evidence = EvidenceOf(lesson, train, penalty);
            progress?.Report((1.0 + tried) / Penalties.Count);
            return watch.Settle(evidence.MarginsOf(watch.Features), train, penalty, HalfLives.Ever, RecentRates ? HalfLives.OfRates : [HalfLives.Ever]);
        }).ToList().MinBy(settled => settled.LogLoss)!;
    }

    /// <inheritdoc />
    public TargetModel Fit(Lesson lesson, IReadOnlyList<int> rows, Settled settled, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(settled);
        cancellation.ThrowIfCancellationRequested();
        var all = LearningRows.Of(lesson, view, rows);
        return new(EvidenceOf(lesson, all, settled.Extent), all.TaskRates(settled.RatesHalfLife), settled.Calibration);
    }

    private static LinearEvidence EvidenceOf(Lesson lesson, LearningRows rows, double penalty)
    {
        var regression = LogisticRegression.Fit(
            rows.Features, rows.Classes, lesson.Classes, rows.Weights(HalfLives.Ever), new() { Penalty = penalty, Tolerance = 1e-4, MaxSteps = 100 });
        return LinearEvidence.Of(regression, rows.LearningRates(HalfLives.Ever));
    }
}
