using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Wr.Study;

/// <summary>What an approach answered on rows that were kept from it.</summary>
/// <param name="Experiment">What was tried.</param>
/// <param name="Seed">With which seed.</param>
/// <param name="Rows">The rows judged on.</param>
/// <param name="Classes">What operators ordered there.</param>
/// <param name="Probabilities">The answers, one per row.</param>
/// <param name="ConstantRates">Rates of the classes among the rows learned from.</param>
/// <param name="TrainSeconds">Wall-clock seconds of learning.</param>
/// <param name="Learned">Number of rows learned from, watched ones included.</param>
internal sealed record Answered(
    Experiment Experiment, int Seed, IReadOnlyList<int> Rows, int[] Classes, double[][] Probabilities, double[] ConstantRates, double TrainSeconds, int Learned)
{
    /// <summary>
    /// The answers put right on the watched rows, for questions of two classes: weighted networks do not mean their probabilities,
    /// and it would be unfair to compare calibration without having tried to mend it.
    /// </summary>
    public double[][]? Calibrated { get; init; }

    /// <summary>What a search tried; empty where nothing was searched.</summary>
    public IReadOnlyList<Trial> Trials { get; init; } = [];

    /// <summary>Tasks that the numbers come from.</summary>
    public int Records => Learned + Rows.Count;

    /// <summary>Probability of the second class, for questions of two.</summary>
    public IReadOnlyList<double> Scores => [.. Probabilities.Select(row => row[1])];

    /// <summary>Whether the second class was ordered, for questions of two.</summary>
    public IReadOnlyList<bool> Positives => [.. Classes.Select(@class => @class == 1)];

    /// <summary>What the constant answer would have been.</summary>
    public double[][] Constant => [.. Classes.Select(_ => ConstantRates)];

    /// <summary>The area under the ROC curve; null with one class only.</summary>
    public double? Auroc => RocCurve.Area(Scores, Positives);
}
