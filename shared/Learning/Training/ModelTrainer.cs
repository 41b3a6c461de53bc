using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Trees;

namespace WorkflowRecovery.Learning.Training;

/// <summary>
/// Trains the model of one target, in three steps that repeat what will happen in use. (1) Trees on the past, stopped by
/// the next part of time, which also gives the temperature. (2) The same number of rounds on both parts together, judged
/// on the last part. (3) The same again on everything: the model to use, with the temperature of (1), the metrics of (2).
/// Base rates are taken anew at each step, from the recent past (see <see cref="TrainingOptions.HalfLife"/>).
/// </summary>
/// <remarks>
/// Weights say how much is learned from an example, so that an order on a whole workflow of n tasks does not shout;
/// base rates, calibration and metrics count tasks, since it is for each task that an answer is asked.
/// </remarks>
public static class ModelTrainer
{
    /// <summary>Trains, or says why it cannot.</summary>
    /// <param name="target">What to learn.</param>
    /// <param name="examples">All examples, also those that do not count for the target: borders in time are the same for all targets.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every round of step 1.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="XgboostMissingException">XGBoost is not installed.</exception>
    public static TrainingResult Train(
        Target target,
        IReadOnlyList<Example> examples,
        TrainingOptions options,
        IProgress<TreeProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
            return new(Model: null, "there are no examples");

        // Sums depend on their order in the last bits, so the order in which examples come must not matter.
        examples = [.. examples.OrderBy(example => example.ReportedAt).ThenBy(example => example.Task, StringComparer.Ordinal)];
        var split = TimeAndFamilySplit.Of(examples, options.CalibrateShare, options.TestShare);
        var (train, calibrate, test) = (Labelled.Of(target, split.Train), Labelled.Of(target, split.Calibrate), Labelled.Of(target, split.Test));
        if (RefusalOf(target, options, train, calibrate, test) is { } refusal)
            return new(Model: null, refusal);

        var grower = new Grower(target, options, progress, cancellation);
        var (rounds, calibration, _) = grower.Choose(train, calibrate);
        var past = Labelled.Of(target, [.. examples.Where(example => example.ReportedAt < split.TestBorder)]);
        var tested = grower.Grow(past, rounds, calibration);
        var metrics = Judge.Of(tested, test, target.Classes.Count) with { TrainExamples = train.Count, CalibrateExamples = calibrate.Count };
        var all = Labelled.Of(target, examples);
        var usage = ParameterUsage.Of(target, examples, all.Newest, options.HalfLife);
        var pastUsage = ParameterUsage.Of(target, [.. examples.Where(example => example.ReportedAt < split.TestBorder)], past.Newest, options.HalfLife);
        var final = grower.Grow(all, rounds, calibration);
        return new(new(target, final, tested, metrics, new(all.Oldest, all.Newest), all.Count, options.Seed, usage, pastUsage), Refusal: null);
    }

    private static string? RefusalOf(Target target, TrainingOptions options, Labelled train, Labelled calibrate, Labelled test)
    {
        foreach (var (part, name) in new[] { (train, "train"), (calibrate, "calibrate"), (test, "test") })
        {
            if (part.Count < options.MinimumPerPart)
                return $"target {target.Name}: only {part.Count} examples to {name} with, {options.MinimumPerPart} are needed";
        }

        return train.Classes.Distinct().Count() < 2
            ? $"target {target.Name}: every example to train with is of the class {target.Classes[train.Classes[0]]}"
            : null;
    }
}
