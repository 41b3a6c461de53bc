using System.Text.Json;
using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Console.Models;

/// <summary>What is kept beside the model of a target.</summary>
internal sealed record ModelMetrics(
    string? Approach, string? View, double? LogLoss, double? ConstantLogLoss, IReadOnlyDictionary<string, TargetMetrics>? Splits, ModelCurves? Curves);

/// <summary>What is kept beside how far plans can be trusted.</summary>
internal sealed record PlanMetrics(double? LogLoss, double? ConstantLogLoss, PlanEvaluation? Plans, ConfidenceCheck? Check);

/// <summary>Reads metrics that a training stored; older ones say less, and what cannot be read is as if it was not there.</summary>
internal static class MetricsReading
{
    public static ModelMetrics? OfModel(string json) => Read<ModelMetrics>(json);

    public static PlanMetrics? OfPlans(string json) => Read<PlanMetrics>(json);

    public static IReadOnlyList<CurvePoint> PointsOf(ClassCurves curves) =>
        [.. curves.Roc.Select(pair => new CurvePoint(pair.FalsePositiveRate, pair.TruePositiveRate))];

    public static IReadOnlyList<CurvePoint> PointsOf(IReadOnlyList<ReliabilityBin> bins) => [.. bins.Select(bin => new CurvePoint(
        bin.Probability, bin.Share, $"promised {Wording.Share(bin.Probability)}, happened {Wording.Share(bin.Share)}, of {Wording.Count(bin.Count)}"))];

    /// <summary>The area under the kept points.</summary>
    public static double AreaOf(ClassCurves curves) => curves.Roc.Zip(
        curves.Roc.Skip(1), (from, to) => (to.FalsePositiveRate - from.FalsePositiveRate) * (to.TruePositiveRate + from.TruePositiveRate) / 2).Sum();

    private static T? Read<T>(string json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
