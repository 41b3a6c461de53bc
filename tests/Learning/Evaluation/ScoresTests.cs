using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1.</summary>
public sealed class ScoresTests
{
    private static readonly double[] Scores = [.1, .4, .35, .8, .4, .4, .9, .2, .35, .6];
    private static readonly bool[] Positives = [false, false, true, true, true, false, true, false, false, true];
    private static readonly double[][] Probabilities =
        [[.7, .2, .1], [.1, .8, .1], [.3, .3, .4], [.25, .5, .25], [.6, .3, .1], [.05, .05, .9]];

    private static readonly int[] Classes = [0, 1, 1, 2, 0, 2];

    [Fact]
    public void The_area_under_the_roc_curve_counts_ties_half() => Assert.Equal(0.86, RocCurve.Area(Scores, Positives)!.Value, 12);

    [Fact]
    public void Average_precision_takes_equal_scores_together() =>
        Assert.Equal(0.8583333333333332, PrecisionRecall.Area(Scores, Positives)!.Value, 12);

    [Fact]
    public void A_side_that_is_missing_has_no_area()
    {
        Assert.Null(RocCurve.Area([.1, .2], [true, true]));
        Assert.Null(RocCurve.Area([], []));
        Assert.Null(PrecisionRecall.Area([.1, .2], [false, false]));
        Assert.Throws<ArgumentException>(() => RocCurve.Area([.1], []));
    }

    [Fact]
    public void Equal_scores_are_no_better_than_chance() => Assert.Equal(0.5, RocCurve.Area([1, 1, 1, 1], [true, false, true, false]));

    [Fact]
    public void Log_loss_and_brier_score_are_those_of_the_reference()
    {
        Assert.Equal(0.6310453000204309, ProbabilityScores.LogLoss(Probabilities, Classes), 12);
        Assert.Equal(0.3483333333333334, ProbabilityScores.Brier(Probabilities, Classes), 12);
    }

    [Fact]
    public void A_certain_answer_that_was_wrong_costs_much_but_not_without_end() =>
        Assert.InRange(ProbabilityScores.LogLoss([[1, 0]], [1]), 34, 35);

    [Fact]
    public void Accuracy_is_read_beside_the_constant_answer()
    {
        Assert.Equal(4 / 6.0, ProbabilityScores.Accuracy(Probabilities, Classes), 12);
        Assert.Equal(2 / 6.0, ProbabilityScores.ConstantAnswer(1, Classes), 12);
        Assert.Equal([1.0, 0.5, 0.5, null], ProbabilityScores.Recall(Probabilities, Classes, 4));
    }

    [Fact]
    public void Calibration_error_compares_confidence_with_what_was_right()
    {
        Assert.Equal(0.3166666666666667, ProbabilityScores.CalibrationError(Probabilities, Classes, bins: 5), 12);
        Assert.Equal(0.0, ProbabilityScores.CalibrationError([[1, 0], [0, 1]], [0, 1]));
    }

    [Fact]
    public void Rows_without_classes_are_refused() => Assert.Throws<ArgumentException>(() => ProbabilityScores.LogLoss(Probabilities, [0]));
}
