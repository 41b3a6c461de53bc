using WorkflowRecovery.Learning.Networks.Descent;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>
/// Trains networks by mini-batches. The same design, sample, options and seed give the same bits on one machine, whatever
/// the number of threads: a batch is cut into shards of a size that depends on the batch only, and their gradients are
/// added in a fixed order.
/// </summary>
public static class NetworkTrainer
{
    private const int ShuffleSeed = 0x5EED;

    /// <summary>
    /// Trains until the loss on <paramref name="watched"/> no longer falls and keeps the best epoch's weights, or for all
    /// epochs when nothing is watched. The loss is the cross-entropy, each row's multiplied by its weight, plus the L2 terms.
    /// </summary>
    /// <param name="design">What to train.</param>
    /// <param name="sample">Rows to learn from, at least one.</param>
    /// <param name="watched">Other rows to stop by, or null.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told after every epoch.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="ArgumentException">The design's shapes, the sample or an option do not fit.</exception>
    /// <exception cref="NetworkDivergedException">The loss is no longer a number, and no watched epoch came before it; or no epoch had a watched loss that is one.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Network Train(
        NetworkDesign design,
        NetworkSample sample,
        NetworkSample? watched,
        NetworkOptions options,
        IProgress<EpochProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(sample);
        Check(options);
        var structure = Structure.Of(design);
        var watchedRows = watched is null ? null : new LabelledRows(watched, structure, design.Classes);
        using var descent = new GradientDescent(structure, new(sample, structure, design.Classes), options);
        var best = (Epoch: 0, Loss: double.PositiveInfinity, Parameters: descent.Parameters);
        var shuffle = new Random(options.Seed ^ ShuffleSeed);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var loss = descent.Epoch(shuffle, cancellation);
            double? watchedLoss = watchedRows is null ? null : descent.LossOn(watchedRows);
            progress?.Report(new(epoch, options.Epochs, loss, watchedLoss));
            if (watchedLoss < best.Loss)
                best = (epoch, watchedLoss.Value, [.. descent.Parameters]);
            else if (!double.IsFinite(loss) && best.Epoch == 0)
                throw new NetworkDivergedException(epoch);
            else if (watchedLoss is not null && (!double.IsFinite(loss) || epoch - best.Epoch >= options.PatienceEpochs))
                break;
        }

        return watchedRows is null || best.Epoch > 0
            ? new(design, structure, best.Parameters)
            : throw new NetworkDivergedException(options.Epochs);
    }

    private static void Check(NetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Epochs < 1 || options.BatchSize < 1 || options.PatienceEpochs < 1 || options.Threads < 1)
            throw new ArgumentException($"epochs, batch size, patience and threads are at least 1: {options}", nameof(options));

        if (!double.IsFinite(options.LearningRate) || options.LearningRate <= 0 || options.GradientNorm is <= 0 or double.NaN)
            throw new ArgumentException($"learning rate and gradient norm are above 0: {options}", nameof(options));
    }
}
