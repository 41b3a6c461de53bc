using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Console.Models;

/// <summary>Whether live confidence keeps its promise.</summary>
/// <param name="Answers">Answers that it was measured on.</param>
/// <param name="CalibrationError">Expected calibration error, 0 best; null without answers.</param>
/// <param name="Points">What happened against what was promised.</param>
internal sealed record PromiseReport(long Answers, double? CalibrationError, IReadOnlyList<CurvePoint> Points)
{
    public static PromiseReport Of(IReadOnlyList<KeptPromise> tenths)
    {
        var answers = tenths.Sum(tenth => tenth.Answers);
        ReliabilityBin[] bins = [.. tenths.Select(tenth => new ReliabilityBin(tenth.Promised, (double)tenth.Agreed / tenth.Answers, (int)tenth.Answers))];
        return new(
            answers,
            answers == 0 ? null : BinaryScores.CalibrationError(bins),
            MetricsReading.PointsOf(bins));
    }
}
