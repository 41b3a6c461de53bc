using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>Evidence with what turns its margins into calibrated probabilities of a target's classes.</summary>
/// <param name="Evidence">What the columns say.</param>
/// <param name="BaseRates">Per class how often it happens; the probabilities start from them.</param>
/// <param name="Calibration">How far the evidence is to be believed.</param>
public sealed record TargetModel(IEvidence Evidence, IReadOnlyList<double> BaseRates, TemperatureScaling Calibration) : IDisposable
{
    /// <summary>Probabilities of the classes for one task; they sum to 1.</summary>
    public double[] Predict(SparseVector row) => Calibration.Apply(Evidence.MarginsOf(row), BaseRates);

    /// <summary>Probabilities for many tasks.</summary>
    public IReadOnlyList<double[]> Predict(IReadOnlyList<SparseVector> rows) =>
        [.. Evidence.MarginsOf(rows).Select(margins => Calibration.Apply(margins, BaseRates))];

    /// <inheritdoc />
    public void Dispose() => Evidence.Dispose();
}
