using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>The curves of a model on tasks that it had not seen, thinned so that they can be kept beside it.</summary>
/// <param name="Format">Version of the stored form, see <see cref="CurrentFormat"/>.</param>
/// <param name="Classes">Per class that did happen and did not always happen, one against the rest.</param>
public sealed record ModelCurves(int Format, IReadOnlyList<ClassCurves> Classes)
{
    /// <summary>The version of the stored form.</summary>
    public const int CurrentFormat = 1;

    private const int RocPoints = 40;
    private const int Bins = 10;

    /// <summary>The curves of a model on rows.</summary>
    internal static ModelCurves Of(TargetModel model, IReadOnlyList<SparseVector> rows, IReadOnlyList<int> happened, IReadOnlyList<string> classes)
    {
        var probabilities = model.Predict(rows);
        return new(CurrentFormat, [.. classes
            .Select((name, @class) => Of(name, [.. probabilities.Select(row => row[@class])], [.. happened.Select(one => one == @class)]))
            .OfType<ClassCurves>()]);
    }

    private static ClassCurves? Of(string name, IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        var roc = RocCurve.Points(scores, positives, RocPoints);
        return roc.Count == 0 ? null : new(
            name,
            positives.Count(positive => positive),
            positives.Count,
            [.. roc.Select(point => new RatePair(Rounded(point.FalsePositiveRate), Rounded(point.TruePositiveRate)))],
            [.. ReliabilityCurve.EqualWidth(scores, positives, Bins).Select(bin => bin with { Probability = Rounded(bin.Probability), Share = Rounded(bin.Share) })]);
    }

    // A picture shows no more.
    private static double Rounded(double value) => Math.Round(value, 4);
}

/// <summary>The curves of a class, one against the rest.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Positives">Rows of the class.</param>
/// <param name="Rows">All rows.</param>
/// <param name="Roc">From (0, 0) to (1, 1).</param>
/// <param name="Reliability">What happened against what was promised, in bins of equal width.</param>
public sealed record ClassCurves(string Class, int Positives, int Rows, IReadOnlyList<RatePair> Roc, IReadOnlyList<ReliabilityBin> Reliability);

/// <summary>A point of a ROC curve, without its threshold.</summary>
/// <param name="FalsePositiveRate">Share of the negatives that pass.</param>
/// <param name="TruePositiveRate">Share of the positives that pass.</param>
public sealed record RatePair(double FalsePositiveRate, double TruePositiveRate);
