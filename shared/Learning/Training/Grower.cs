using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Trees;

namespace WorkflowRecovery.Learning.Training;

/// <summary>Grows the trees of one target, with and without something to stop by.</summary>
internal sealed class Grower(Target target, TrainingOptions options, IProgress<TreeProgress>? progress, CancellationToken cancellation)
{
    private int Classes => target.Classes.Count;

    /// <summary>The number of rounds, and the temperature, that answer the later part best; and what these trees say of that part.</summary>
    public (int Rounds, TemperatureScaling Calibration, double[][] Margins) Choose(Labelled train, Labelled calibrate)
    {
        using var trees = TreeTrainer.Train(
            train.ToSample(options.HalfLife), calibrate.ToSample(options.HalfLife), train.LearningRates(Classes, options.HalfLife), Options(options.Rounds), progress, cancellation);
        var margins = trees.MarginsOf(calibrate.Rows);
        var calibration = TemperatureScaling.Fit(margins, calibrate.Classes, train.TaskRates(Classes, options.HalfLife));
        return (trees.Rounds, calibration, margins);
    }

    public TargetModel Grow(Labelled examples, int rounds, TemperatureScaling calibration)
    {
        var trees = TreeTrainer.Train(
            examples.ToSample(options.HalfLife), watched: null, examples.LearningRates(Classes, options.HalfLife), Options(rounds), progress: null, cancellation);
        return new(trees, examples.TaskRates(Classes, options.HalfLife), calibration);
    }

    private TreeOptions Options(int rounds) => new() { Classes = Classes, Rounds = rounds, Seed = options.Seed, Threads = options.Threads };
}
