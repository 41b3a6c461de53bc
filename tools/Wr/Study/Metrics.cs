using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Wr.Study;

/// <summary>A number of an answer beside that of the constant answer.</summary>
internal sealed record Metric(string Name, double? Value, double? Constant);

/// <summary>The numbers by which answers are judged. Every task counts the same.</summary>
internal static class Metrics
{
    public const string Auroc = "AUROC";
    public const string PrArea = "PR-AUC";
    public const string Accuracy = "accuracy";
    public const string MacroRecall = "macro recall";
    public const string LogLoss = "log-loss";
    public const string Brier = "Brier score";
    public const string CalibrationError = "calibration error";

    /// <summary>Areas and recall are of the second, rarer class where there are two; of more classes there are no areas.</summary>
    public static IEnumerable<Metric> Of(Answered answered)
    {
        var (given, constant, classes) = (answered.Probabilities, answered.Constant, answered.Classes);
        if (answered.Experiment.Target.Classes.Count == 2)
        {
            yield return new(Auroc, answered.Auroc, 0.5);
            yield return new(PrArea, PrecisionRecall.Area(answered.Scores, answered.Positives), (double)classes.Count(@class => @class == 1) / classes.Length);
        }

        yield return Both(Accuracy, ProbabilityScores.Accuracy);
        yield return Both(MacroRecall, (probabilities, happened) => ProbabilityScores.Recall(probabilities, happened, answered.ConstantRates.Length).Average() ?? 0);
        yield return Both(LogLoss, ProbabilityScores.LogLoss);
        yield return Both(Brier, ProbabilityScores.Brier);
        yield return Both(CalibrationError, CalibrationErrorOf);

        Metric Both(string name, Func<IReadOnlyList<double[]>, IReadOnlyList<int>, double> score) =>
            new(name, score(given, classes), score(constant, classes));
    }

    /// <summary>Of the second class where there are two, since the first is nearly always the likeliest; else of the likeliest.</summary>
    private static double CalibrationErrorOf(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes) => probabilities is [{ Length: 2 }, ..]
        ? BinaryScores.CalibrationError([.. probabilities.Select(row => row[1])], [.. classes.Select(@class => @class == 1)])
        : ProbabilityScores.CalibrationError(probabilities, classes);
}
