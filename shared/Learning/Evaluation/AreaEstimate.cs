using MathNet.Numerics.Distributions;

namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>An area under the ROC curve and how far it may be off by chance.</summary>
/// <param name="Area">The area, 0 to 1.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record AreaEstimate(double Area, double StandardError)
{
    /// <summary>The normal interval around the area, cut to 0..1.</summary>
    /// <param name="level">How often such an interval holds the truth, between 0 and 1.</param>
    public (double Low, double High) Interval(double level = 0.95)
    {
        var reach = Normal.InvCDF(0, 1, (1 + level) / 2) * StandardError;
        return (Math.Max(0, Area - reach), Math.Min(1, Area + reach));
    }
}

/// <summary>The difference of the areas of two scores on the same rows.</summary>
/// <param name="First">Area of the first score.</param>
/// <param name="Second">Area of the second score.</param>
/// <param name="StandardError">Standard error of first - second; small when both scores err on the same rows.</param>
public sealed record AreaDifference(double First, double Second, double StandardError)
{
    /// <summary>First - second.</summary>
    public double Difference => First - Second;

    /// <summary>Two-sided: how often chance alone makes a difference at least this large.</summary>
    public double PValue => StandardError > 0
        ? 2 * Normal.CDF(0, 1, -Math.Abs(Difference) / StandardError)
        : Difference == 0 ? 1 : 0;

    /// <summary>The normal interval around the difference.</summary>
    /// <param name="level">How often such an interval holds the truth, between 0 and 1.</param>
    public (double Low, double High) Interval(double level = 0.95)
    {
        var reach = Normal.InvCDF(0, 1, (1 + level) / 2) * StandardError;
        return (Difference - reach, Difference + reach);
    }
}
