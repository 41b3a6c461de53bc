namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>How good class probabilities are; every row counts the same.</summary>
public static class ProbabilityScores
{
    private const double Smallest = 1e-15;

    /// <summary>Mean of -ln(probability given to what happened), in nats; probabilities below 1e-15 count as that.</summary>
    public static double LogLoss(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes) =>
        Mean(probabilities, classes, (row, happened) => -Math.Log(Math.Max(row[happened], Smallest)));

    /// <summary>Mean over rows of the squared distance to the answer, summed over classes (Brier 1950): 0 best, 2 worst.</summary>
    public static double Brier(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes) =>
        Mean(probabilities, classes, (row, happened) => row.Select((p, at) => Math.Pow(p - (at == happened ? 1 : 0), 2)).Sum());

    /// <summary>Share of rows whose likeliest class happened.</summary>
    public static double Accuracy(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes) =>
        Mean(probabilities, classes, (row, happened) => Likeliest(row) == happened ? 1 : 0);

    /// <summary>Accuracy of always answering one class, the commonest of the past: what any accuracy must be read against.</summary>
    public static double ConstantAnswer(int commonest, IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.Average(happened => happened == commonest ? 1.0 : 0.0);
    }

    /// <summary>
    /// Expected calibration error (Guo et al. 2017): rows are put into bins of equal width by the probability of their
    /// likeliest class; the mean over rows of |share right - mean probability| of their bin.
    /// </summary>
    public static double CalibrationError(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes, int bins = 15)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return Enumerable.Range(0, probabilities.Count)
            .Select(at => (Confidence: probabilities[at].Max(), Right: Likeliest(probabilities[at]) == classes[at] ? 1.0 : 0.0))
            .GroupBy(row => Math.Min((int)(row.Confidence * bins), bins - 1))
            .Sum(bin => Math.Abs(bin.Sum(row => row.Right - row.Confidence))) / probabilities.Count;
    }

    /// <summary>Per class the share of its rows that were answered with it; null for a class that did not happen.</summary>
    public static double?[] Recall(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes, int count)
    {
        var answered = probabilities.Select(Likeliest).ToArray();
        return [.. Enumerable.Range(0, count).Select(@class =>
            Enumerable.Range(0, answered.Length).Where(at => classes[at] == @class).Select(at => answered[at] == @class ? 1.0 : 0.0).ToList() is { Count: > 0 } own
                ? own.Average()
                : (double?)null)];
    }

    /// <summary>The class with the highest probability, the first of equal ones.</summary>
    public static int Likeliest(double[] probabilities) => Array.IndexOf(probabilities, probabilities.Max());

    private static double Mean(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes, Func<double[], int, double> score)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return probabilities.Count == classes.Count
            ? probabilities.Zip(classes, score).Average()
            : throw new ArgumentException($"{probabilities.Count} rows but {classes.Count} classes", nameof(classes));
    }
}
