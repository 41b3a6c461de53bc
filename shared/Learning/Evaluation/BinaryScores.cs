namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>How good probabilities of being positive are; every row counts the same. For several classes see <see cref="ProbabilityScores"/>.</summary>
public static class BinaryScores
{
    private const double Smallest = 1e-15;

    /// <summary>Mean of -ln(probability given to what happened), in nats; probabilities below 1e-15 count as that.</summary>
    public static double LogLoss(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives) =>
        Mean(probabilities, positives, (probability, positive) => -Math.Log(Math.Max(positive ? probability : 1 - probability, Smallest)));

    /// <summary>Mean squared distance to 1 for positives and to 0 for the others: half of what <see cref="ProbabilityScores.Brier"/> gives for two classes.</summary>
    public static double Brier(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives) =>
        Mean(probabilities, positives, (probability, positive) => Math.Pow(probability - (positive ? 1 : 0), 2));

    /// <summary>
    /// Expected calibration error of the positive class: the mean over rows of |share positive - mean probability| of
    /// their bin, bins having equal width. Unlike <see cref="ProbabilityScores.CalibrationError"/> it sees how well low
    /// probabilities are kept. 0 without rows.
    /// </summary>
    public static double CalibrationError(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives, int bins = 15) =>
        CalibrationError(ReliabilityCurve.EqualWidth(probabilities, positives, bins));

    /// <summary>Expected calibration error over the bins of a reliability curve; 0 without bins.</summary>
    public static double CalibrationError(IReadOnlyList<ReliabilityBin> curve) =>
        curve.Sum(bin => bin.Count * Math.Abs(bin.Share - bin.Probability)) / Math.Max(1, curve.Sum(bin => bin.Count));

    private static double Mean(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives, Func<double, bool, double> score)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(positives);
        return probabilities.Count == positives.Count
            ? probabilities.Zip(positives, score).Average()
            : throw new ArgumentException($"{probabilities.Count} rows but {positives.Count} labels", nameof(positives));
    }
}
