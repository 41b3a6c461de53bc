using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// A network on the columns of one view that can be stored: the watched rows choose the number of epochs, then as many
/// are run on all rows.
/// </summary>
/// <param name="view">What it looks through.</param>
/// <param name="network">Its layers and how it is trained.</param>
public sealed class ColumnsNetworkApproach(ITaskView view, ColumnsNetwork network) : IModelApproach
{
    /// <inheritdoc />
    public string Name => network.Name;

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
        var best = new BestEpoch(progress);
        using var evidence = Train(lesson, train, watch, network.Options, best, cancellation);
        return watch.Settle(evidence.MarginsOf(watch.Features), train, best.Epoch, HalfLives.Ever, HalfLives.OfRates);
    }

    /// <inheritdoc />
    public TargetModel Fit(Lesson lesson, IReadOnlyList<int> rows, Settled settled, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(settled);
        var all = LearningRows.Of(lesson, view, rows);
        var evidence = Train(lesson, all, watch: null, network.Options with { Epochs = (int)settled.Extent }, progress: null, cancellation);
        return new(evidence, all.TaskRates(settled.RatesHalfLife), settled.Calibration);
    }

    private NetworkEvidence Train(
        Lesson lesson, LearningRows rows, LearningRows? watch, NetworkOptions options, IProgress<EpochProgress>? progress, CancellationToken cancellation)
    {
        var selection = ColumnSelection.UsedBy(rows.Features);
        var trained = NetworkTrainer.Train(
            new([new(new ColumnsDesign(selection.Count), network.Layers)], [], lesson.Classes),
            SampleOf(rows, selection),
            watch is null ? null : SampleOf(watch, selection),
            options with { Seed = lesson.Seed, Threads = lesson.Threads },
            progress,
            cancellation);
        return new(trained, selection, rows.LearningRates(HalfLives.Ever));
    }

    private static NetworkSample SampleOf(LearningRows rows, ColumnSelection selection) =>
        new([new SparseRows([.. rows.Features.Select(selection.Of)])], rows.Classes, rows.Weights(HalfLives.Ever));

    /// <summary>Remembers the epoch that answered the watched rows best: the one whose weights are kept.</summary>
    private sealed class BestEpoch(IProgress<double>? progress) : IProgress<EpochProgress>
    {
        private double _loss = double.PositiveInfinity;

        public int Epoch { get; private set; } = 1;

        public void Report(EpochProgress value)
        {
            if (value.WatchedLoss < _loss)
                (Epoch, _loss) = (value.Epoch, value.WatchedLoss.Value);

            progress?.Report((double)value.Epoch / value.Epochs);
        }
    }
}
