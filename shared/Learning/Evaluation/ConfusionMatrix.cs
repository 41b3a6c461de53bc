namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>How often each class was answered with each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[][] _counts;

    private ConfusionMatrix(int[][] counts) => _counts = counts;

    /// <summary>Rows by the class that happened, columns by the class that was answered.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts => _counts;

    /// <summary>Each row of <see cref="Counts"/> divided by its sum; zeros for a class that did not happen.</summary>
    public IReadOnlyList<IReadOnlyList<double>> RowShares =>
        [.. _counts.Select(row => Array.ConvertAll(row, count => Share(count, row.Sum()) ?? 0))];

    /// <summary>Share of rows that were answered right; null without rows.</summary>
    public double? Accuracy => Share(Classes.Sum(Right), _counts.Sum(row => row.Sum()));

    /// <summary>Per class the share of its rows that were answered with it; null for a class that did not happen.</summary>
    public IReadOnlyList<double?> Recall => [.. Classes.Select(@class => Share(Right(@class), Happened(@class)))];

    /// <summary>Per class the share of answers with it that were right; null for a class that was not answered.</summary>
    public IReadOnlyList<double?> Precision => [.. Classes.Select(@class => Share(Right(@class), Answered(@class)))];

    /// <summary>Per class the harmonic mean of precision and recall; null for a class that neither happened nor was answered.</summary>
    public IReadOnlyList<double?> F1 => [.. Classes.Select(@class => Share(2 * Right(@class), Happened(@class) + Answered(@class)))];

    /// <summary>Mean recall of the classes that happened: each counts the same, however rare. Null without rows.</summary>
    public double? MacroRecall => Recall.Average();

    /// <summary>Mean F1 of the classes that happened or were answered; null without rows.</summary>
    public double? MacroF1 => F1.Average();

    private IEnumerable<int> Classes => Enumerable.Range(0, _counts.Length);

    /// <summary>Counts answers.</summary>
    /// <param name="happened">The class of each row, 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="answered">What was answered, as many.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">Not as many answers as rows.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<int> happened, IReadOnlyList<int> answered, int classes)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(answered);
        if (happened.Count != answered.Count)
            throw new ArgumentException($"{happened.Count} rows but {answered.Count} answers", nameof(answered));

        var counts = new int[classes][];
        for (var @class = 0; @class < classes; @class++)
            counts[@class] = new int[classes];

        for (var row = 0; row < happened.Count; row++)
            counts[happened[row]][answered[row]]++;

        return new(counts);
    }

    /// <summary>The two classes of a score that is cut: class 1 is positive, and answered from the threshold on.</summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    /// <param name="threshold">The lowest score that is answered as positive.</param>
    public static ConfusionMatrix At(IReadOnlyList<double> scores, IReadOnlyList<bool> positives, double threshold) =>
        Of([.. positives.Select(positive => positive ? 1 : 0)], [.. scores.Select(score => score >= threshold ? 1 : 0)], 2);

    private int Right(int @class) => _counts[@class][@class];

    private int Happened(int @class) => _counts[@class].Sum();

    private int Answered(int @class) => _counts.Sum(row => row[@class]);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
