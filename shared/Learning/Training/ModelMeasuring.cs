using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>Measures a model on tasks that it has not seen.</summary>
internal static class ModelMeasuring
{
    public static TargetMetrics Of(TargetModel model, IReadOnlyList<SparseVector> rows, IReadOnlyList<int> happened, int classes)
    {
        var probabilities = model.Predict(rows);
        var constant = Enumerable.Repeat(model.BaseRates.ToArray(), rows.Count).ToList();
        var ofClass = Enumerable.Range(0, classes)
            .Select(@class => (
                Scores: probabilities.Select(row => row[@class]).ToList(),
                Positives: happened.Select(one => one == @class).ToList()))
            .ToList();
        return new()
        {
            TrainExamples = 0,
            CalibrateExamples = 0,
            TestExamples = rows.Count,
            LogLoss = ProbabilityScores.LogLoss(probabilities, happened),
            ConstantLogLoss = ProbabilityScores.LogLoss(constant, happened),
            Brier = ProbabilityScores.Brier(probabilities, happened),
            Accuracy = ProbabilityScores.Accuracy(probabilities, happened),
            ConstantAccuracy = ProbabilityScores.ConstantAnswer(ProbabilityScores.Likeliest(constant[0]), happened),
            CalibrationError = ProbabilityScores.CalibrationError(probabilities, happened),
            Auroc = [.. ofClass.Select(row => RocCurve.Area(row.Scores, row.Positives))],
            AveragePrecision = [.. ofClass.Select(row => PrecisionRecall.Area(row.Scores, row.Positives))],
            Recall = ProbabilityScores.Recall(probabilities, happened, classes),
        };
    }
}
