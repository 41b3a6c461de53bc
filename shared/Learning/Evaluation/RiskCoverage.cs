namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>What is answered when every row of at least this confidence is.</summary>
/// <param name="Confidence">The lowest confidence that is answered.</param>
/// <param name="Coverage">Share of all rows that are answered.</param>
/// <param name="Error">Share of the answered rows that are wrong; 0 when none is answered.</param>
public sealed record RiskPoint(double Confidence, double Coverage, double Error);

/// <summary>
/// Share answered against error, most confident first: how much can be decided without an operator at a given
/// agreement with operators.
/// </summary>
public sealed class RiskCoverage
{
    /// <summary>One wrong in twenty must count as 95 % agreement, whatever 1 - 0.95 is in binary.</summary>
    private const double Rounding = 1e-12;

    private readonly List<RiskPoint> _points;

    private RiskCoverage(List<RiskPoint> points) => _points = points;

    /// <summary>The curve of answers.</summary>
    /// <param name="confidences">Higher means surer; rows of equal confidence are answered together.</param>
    /// <param name="right">Whether the answer was right, as many as confidences.</param>
    public static RiskCoverage Of(IReadOnlyList<double> confidences, IReadOnlyList<bool> right)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        ArgumentNullException.ThrowIfNull(right);
        var ties = Ties.Of(confidences, right);
        var points = new List<RiskPoint>(ties.Count);
        var (agreed, answered) = (0L, 0L);
        for (var at = ties.Count - 1; at >= 0; at--)
        {
            agreed += ties[at].Positives;
            answered += ties[at].Positives + ties[at].Negatives;
            points.Add(new(ties[at].Score, (double)answered / right.Count, (double)(answered - agreed) / answered));
        }

        return new(points);
    }

    /// <summary>Points in rising coverage, one per confidence that occurs.</summary>
    /// <param name="atMost">For plotting: keep so many points, at least 2, evenly spaced along the curve; null keeps all.</param>
    public IReadOnlyList<RiskPoint> Points(int? atMost = null) => Thinning.Of(_points, point => (point.Coverage, point.Error), atMost);

    /// <summary>The point of the largest coverage with at least this share of right answers; null when there is none.</summary>
    /// <param name="agreement">Share of right answers among those given, 0 to 1.</param>
    public RiskPoint? At(double agreement) =>
        _points.FindLast(point => point.Error <= 1 - agreement + Rounding);

    /// <summary>The largest share answered with at least this share of right answers; 0 when there is none.</summary>
    /// <param name="agreement">Share of right answers among those given, 0 to 1.</param>
    public double CoverageAt(double agreement) => At(agreement)?.Coverage ?? 0;

    /// <summary>What a threshold that was found on other rows does on these: the honest reading of a promise.</summary>
    /// <param name="confidence">The lowest confidence that is answered.</param>
    public RiskPoint From(double confidence) =>
        (_points.FindLast(point => point.Confidence >= confidence) ?? new(confidence, 0, 0)) with { Confidence = confidence };
}
