using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Training;

/// <summary>Measures a model on tasks that it has not seen.</summary>
internal static class Judge
{
    public static TargetMetrics Of(TargetModel model, Labelled test, int classes)
    {
        var probabilities = model.Predict(test.Rows);
        var constant = Enumerable.Repeat(model.BaseRates.ToArray(), test.Count).ToList();
        var ofClass = Enumerable.Range(0, classes)
            .Select(@class => (
                Scores: probabilities.Select(row => row[@class]).ToList(),
                Positives: test.Classes.Select(happened => happened == @class).ToList()))
            .ToList();
        return new()
        {
            TrainExamples = 0,
            CalibrateExamples = 0,
            TestExamples = test.Count,
            LogLoss = ProbabilityScores.LogLoss(probabilities, test.Classes),
            ConstantLogLoss = ProbabilityScores.LogLoss(constant, test.Classes),
            Brier = ProbabilityScores.Brier(probabilities, test.Classes),
            Accuracy = ProbabilityScores.Accuracy(probabilities, test.Classes),
            ConstantAccuracy = ProbabilityScores.ConstantAnswer(ProbabilityScores.Likeliest(constant[0]), test.Classes),
            CalibrationError = ProbabilityScores.CalibrationError(probabilities, test.Classes),
            Auroc = [.. ofClass.Select(row => RocCurve.Area(row.Scores, row.Positives))],
            AveragePrecision = [.. ofClass.Select(row => PrecisionRecall.Area(row.Scores, row.Positives))],
            Recall = ProbabilityScores.Recall(probabilities, test.Classes, classes),
        };
    }
}
