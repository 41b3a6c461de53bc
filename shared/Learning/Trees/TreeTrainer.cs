using System.Globalization;
using System.Runtime.ExceptionServices;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>
/// Grows boosted trees with XGBoost. The same sample, options and seed give the same bits, whatever the number of
/// threads: every run has one thread of its own, since rounds called from changing threads gave other bits, and the
/// seed is drawn anew in each round (<c>seed_per_iteration</c>).
/// </summary>
public static class TreeTrainer
{
    /// <summary>
    /// Trains until the log-loss on <paramref name="watched"/> no longer falls and keeps the best round, or for all
    /// rounds when nothing is watched.
    /// </summary>
    /// <param name="sample">Rows to learn from, at least one.</param>
    /// <param name="watched">Later rows to stop by, or null.</param>
    /// <param name="startRates">Class probabilities that boosting starts from; the trees hold only what the rows add to them.</param>
    /// <param name="options">How to grow.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="XgboostMissingException">The library is not installed.</exception>
    /// <exception cref="XgboostException">The library refused the input.</exception>
    public static BoostedTrees Train(
        TreeSample sample,
        TreeSample? watched,
        IReadOnlyList<double> startRates,
        TreeOptions options,
        IProgress<TreeProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        BoostedTrees? trees = null;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                trees = Grow(sample, watched, startRates, options, progress, cancellation);
            }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
#pragma warning restore CA1031
        })
        { IsBackground = true, Name = "tree training" };
        thread.Start();
        thread.Join();
        fault?.Throw();
        return trees!;
    }

    private static BoostedTrees Grow(
        TreeSample sample, TreeSample? watched, IReadOnlyList<double> startRates, TreeOptions options, IProgress<TreeProgress>? progress, CancellationToken cancellation)
    {
        var margins = StartMargins(startRates);
        using var matrix = TrainingMatrix.Of(sample, margins);
        using var watchedMatrix = watched is null ? null : TrainingMatrix.Of(watched, margins);
        var booster = BoostedTrees.Create(matrix, options.Classes, Parameters(options));
        var best = (Round: 0, LogLoss: double.PositiveInfinity);
        for (var round = 0; round < options.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            booster.Update(round, matrix);
            double? loss = watchedMatrix is null ? null : LogLossOf(booster.MarginsOf(watchedMatrix), watched!);
            progress?.Report(new(round + 1, options.Rounds, loss));
            if (loss < best.LogLoss)
                best = (round, loss.Value);
            else if (loss is not null && round - best.Round >= options.PatienceRounds)
                break;
        }

        if (watchedMatrix is null)
            return booster;

        using (booster)
            return booster.First(best.Round + 1);
    }

    /// <summary>Margins whose softmax (or, for two classes, logistic function) gives the rates.</summary>
    private static double[] StartMargins(IReadOnlyList<double> rates) =>
        rates.Count == 2 ? [Math.Log(rates[1] / rates[0])] : [.. rates.Select(rate => Math.Log(rate))];

    private static double LogLossOf(double[][] margins, TreeSample watched)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < margins.Length; row++)
        {
            sum -= watched.Weights[row] * Math.Log(Math.Max(Softmax.Of(margins[row])[watched.Classes[row]], 1e-15));
            weight += watched.Weights[row];
        }

        return sum / weight;
    }

    private static IEnumerable<(string Name, string Value)> Parameters(TreeOptions options)
    {
        yield return ("objective", options.Classes == 2 ? "binary:logistic" : "multi:softprob");
        if (options.Classes > 2)
            yield return ("num_class", options.Classes.ToString(CultureInfo.InvariantCulture));

        yield return ("tree_method", "hist");
        yield return ("base_score", "0.5");
        yield return ("max_depth", options.Depth.ToString(CultureInfo.InvariantCulture));
        yield return ("learning_rate", options.LearningRate.ToString("R", CultureInfo.InvariantCulture));
        yield return ("colsample_bytree", options.ColumnShare.ToString("R", CultureInfo.InvariantCulture));
        yield return ("seed", options.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("seed_per_iteration", "1");
        yield return ("nthread", options.Threads.ToString(CultureInfo.InvariantCulture));
        yield return ("verbosity", "0");
    }
}
