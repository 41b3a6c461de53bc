using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>Trees with what turns their margins into calibrated probabilities of a target's classes.</summary>
/// <param name="Trees">What the columns say.</param>
/// <param name="BaseRates">Per class how often it happens; the probabilities start from them.</param>
/// <param name="Calibration">How far the trees are to be believed.</param>
public sealed record TargetModel(BoostedTrees Trees, IReadOnlyList<double> BaseRates, TemperatureScaling Calibration) : IDisposable
{
    /// <summary>Probabilities of the classes for one task; they sum to 1.</summary>
    public double[] Predict(SparseVector row) => Calibration.Apply(Trees.MarginsOf(row), BaseRates);

    /// <summary>Probabilities for many tasks.</summary>
    public IReadOnlyList<double[]> Predict(IReadOnlyList<SparseVector> rows) =>
        [.. Trees.MarginsOf(rows).Select(margins => Calibration.Apply(margins, BaseRates))];

    /// <inheritdoc />
    public void Dispose() => Trees.Dispose();
}
