using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1.</summary>
public sealed class ConfusionMatrixTests
{
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of([0, 0, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2], [0, 1, 0, 1, 1, 2, 0, 2, 1, 0, 0, 2], 3);

    [Fact]
    public void Rows_are_what_happened_and_columns_what_was_answered()
    {
        Assert.Equal([[3, 1, 0], [1, 2, 0], [1, 1, 3]], Matrix.Counts);
        Assert.Equal([[.75, .25, 0], [1 / 3.0, 2 / 3.0, 0], [.2, .2, .6]], Matrix.RowShares);
    }

    [Fact]
    public void Recall_precision_and_f1_are_those_of_the_reference()
    {
        Assert.Equal([.75, 2 / 3.0, .6], Matrix.Recall);
        Assert.Equal([.6, .5, 1.0], Matrix.Precision);
        Assert.Equal([2 / 3.0, 4 / 7.0, .75], Matrix.F1);
        Assert.Equal(0.6722222222222222, Matrix.MacroRecall!.Value, 12);
        Assert.Equal(0.6626984126984127, Matrix.MacroF1!.Value, 12);
        Assert.Equal(8 / 12.0, Matrix.Accuracy);
    }

    [Fact]
    public void A_class_that_did_not_happen_has_no_recall_and_takes_nothing_from_the_mean()
    {
        var matrix = ConfusionMatrix.Of([0, 0, 1], [0, 0, 2], 4);
        Assert.Equal([1.0, 0.0, null, null], matrix.Recall);
        Assert.Equal([1.0, null, 0.0, null], matrix.Precision);
        Assert.Equal([1.0, 0.0, 0.0, null], matrix.F1);
        Assert.Equal((0.5, 1 / 3.0), (matrix.MacroRecall, matrix.MacroF1));
        Assert.Equal([0.0, 0, 0, 0], matrix.RowShares[3]);
    }

    [Fact]
    public void Without_rows_there_is_nothing_to_say()
    {
        var matrix = ConfusionMatrix.Of([], [], 2);
        Assert.Equal((null, null, null), (matrix.Accuracy, matrix.MacroRecall, matrix.MacroF1));
    }

    [Fact]
    public void A_score_is_cut_at_its_threshold_inclusive() =>
        Assert.Equal([[1, 1], [0, 2]], ConfusionMatrix.At([.1, .5, .5, .9], [false, false, true, true], 0.5).Counts);

    [Fact]
    public void Answers_that_do_not_match_rows_are_refused() => Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 1], [0], 2));
}
