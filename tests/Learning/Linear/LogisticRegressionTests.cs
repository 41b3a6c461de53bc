using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Learning.Tests.Views;

namespace WorkflowRecovery.Learning.Tests.Linear;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1 (newton-cg, C = 1 / penalty; its lbfgs stops at the fifth digit).</summary>
public sealed class LogisticRegressionTests
{
    private static readonly SparseVector[] Rows = [.. new float[][]
    {
        [0, 1, 2, 0], [1, 0, 0, .5f], [0, 2, 1, 0], [3, 0, 0, 1], [0, 0, 2, 2], [1, 1, 0, 0],
        [2, 0, 1, 0], [0, 3, 0, 1], [0, 0, 0, 0], [1, 2, 2, 0], [2, 1, 0, 3], [0, 0, 1, .5f],
    }.Select(SparseRows.Of)];

    private static readonly int[] Two = [1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1];
    private static readonly int[] Three = [1, 0, 1, 0, 2, 0, 0, 1, 2, 1, 0, 2];
    private static readonly double[] Weights = [1, 2, 1, .5, 1, 1, 3, 1, .25, 1, 1, 2];
    private static readonly SparseVector Asked = SparseRows.Of(1, 1, 0, .5f);

    [Fact]
    public void Two_classes_are_fitted_as_by_the_reference()
    {
        var fitted = LogisticRegression.Fit(Rows, Two, 2, options: Exactly(1));
        Equal([-1.0050608405815018, 0.7295097712571001, 1.1206003999907723, 0.11053431992983861], CoefficientsOf(fitted, 1));
        Equal([-0.7482740358305375], [fitted.Intercept(1)]);
        Equal([0.724831972386855, 0.275168027613145], fitted.Predict(Asked));
    }

    [Fact]
    public void Weighted_rows_are_fitted_as_by_the_reference()
    {
        var fitted = LogisticRegression.Fit(Rows, Two, 2, Weights, Exactly(0.25));
        Equal([-2.263489727050019, 0.9136092609438975, 1.8279595648311515, 0.32374883775903274], CoefficientsOf(fitted, 1));
        Equal([0.8365686889795446, 0.16343131102045538], fitted.Predict(Asked));
    }

    [Fact]
    public void Three_classes_are_fitted_as_by_the_reference()
    {
        var fitted = LogisticRegression.Fit(Rows, Three, 3, options: Exactly(1));
        Equal([1.0387469683366948, -0.2375045687892198, -0.572273454543569, 0.05683255951573679], CoefficientsOf(fitted, 0));
        Equal([-0.7334084750134956, -0.7793686009505647, 0.023166367853675096, 0.2432742963756126], CoefficientsOf(fitted, 2));
        Equal([0.1485362291618276, -0.9702082510224926, 0.8216720218606632], [.. Enumerable.Range(0, 3).Select(fitted.Intercept)]);
        Equal([0.6837196471981318, 0.17082267840134382, 0.14545767440052437], fitted.Predict(Asked));
    }

    [Fact]
    public void Three_weighted_classes_are_fitted_as_by_the_reference()
    {
        var fitted = LogisticRegression.Fit(Rows, Three, 3, Weights, Exactly(2));
        Equal([-0.2751840871017474, 0.8319552521399685, 0.3589524273836437, -0.22982811021317207], CoefficientsOf(fitted, 1));
        Equal([0.6998893493496462, 0.1760324346795408, 0.12407821597081296], fitted.Predict(Asked));
    }

    [Fact]
    public void A_row_of_weight_two_is_the_row_given_twice()
    {
        var weighted = LogisticRegression.Fit(Rows, Two, 2, [2, .. Enumerable.Repeat(1.0, 11)], Exactly(1));
        var twice = LogisticRegression.Fit([Rows[0], .. Rows], [Two[0], .. Two], 2, options: Exactly(1));
        Equal(CoefficientsOf(twice, 1), CoefficientsOf(weighted, 1));
    }

    [Fact]
    public void Contributions_add_up_to_the_margin()
    {
        foreach (var (classes, count) in new[] { (Two, 2), (Three, 3) })
        {
            var fitted = LogisticRegression.Fit(Rows, classes, count);
            var margins = Enumerable.Range(0, count).Select(@class => fitted.Intercept(@class) + fitted.Contributions(Asked, @class).Sum(of => of.Amount)).ToList();
            var ratio = Math.Log(fitted.Predict(Asked)[1] / fitted.Predict(Asked)[0]);
            Assert.Equal(ratio, count == 2 ? margins[1] : margins[1] - margins[0], 9);
            Assert.Equal([0, 1, 3], fitted.Contributions(Asked, 1).Select(of => of.Column));
        }
    }

    [Fact]
    public void What_speaks_for_one_of_two_classes_speaks_against_the_other()
    {
        var fitted = LogisticRegression.Fit(Rows, Two, 2);
        Assert.Equal(fitted.Contributions(Asked, 1).Select(of => -of.Amount), fitted.Contributions(Asked, 0).Select(of => of.Amount));
        Assert.Equal(-fitted.Intercept(1), fitted.Intercept(0));
    }

    [Fact]
    public void It_learns_from_orders_but_not_from_shuffled_ones()
    {
        var (rows, classes) = ManyRows();
        Assert.InRange(TestedArea(rows, classes), 0.85, 1);

        new Random(3).Shuffle(classes);
        Assert.InRange(TestedArea(rows, classes), 0.4, 0.6);
    }

    [Fact]
    public void A_strong_penalty_leaves_the_share_of_classes()
    {
        var fitted = LogisticRegression.Fit(Rows, [1, .. Enumerable.Repeat(0, 11)], 2, options: Exactly(1e7));
        Assert.Equal(1 / 12.0, fitted.Predict(Asked)[1], 5);
    }

    [Fact]
    public void Classes_that_can_be_told_apart_without_penalty_end_with_finite_coefficients()
    {
        var fitted = LogisticRegression.Fit([SparseRows.Of(1), SparseRows.Of(-1)], [1, 0], 2, options: new() { Penalty = 0 });
        Assert.True(double.IsFinite(fitted.Coefficient(1, 0)));
        Assert.InRange(fitted.Predict(SparseRows.Of(1))[1], 0.99, 1);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var (rows, classes) = ManyRows();
        Assert.Equal(LogisticRegression.Fit(rows, classes, 2).ToBytes(), LogisticRegression.Fit(rows, classes, 2).ToBytes());
    }

    [Fact]
    public void Bytes_are_read_as_they_were_written()
    {
        var fitted = LogisticRegression.Fit(Rows, Three, 3);
        var read = LogisticRegression.FromBytes(fitted.ToBytes());
        Assert.Equal((3, 4), (read.Classes, read.Dimension));
        Assert.Equal(fitted.Predict(Asked), read.Predict(Asked));
    }

    [Fact]
    public void Bytes_that_are_no_regression_are_refused()
    {
        var bytes = LogisticRegression.Fit(Rows, Two, 2).ToBytes();
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<FormatException>(() => LogisticRegression.FromBytes(bytes.AsSpan(0, length))));
        Assert.Throws<FormatException>(() => LogisticRegression.FromBytes([.. bytes, 0]));
        Assert.Throws<FormatException>(() => LogisticRegression.FromBytes([.. bytes[..^8], .. BitConverter.GetBytes(double.NaN)]));
        bytes[0] = 9;
        Assert.Contains("version 9", Assert.Throws<FormatException>(() => LogisticRegression.FromBytes(bytes)).Message);
    }

    [Fact]
    public void Shapes_that_disagree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([], [], 2));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(Rows, Two, 2, [1]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(Rows, Two, 2, [.. Weights[..^1], -1]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(Rows, Three, 2));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([SparseRows.Of(1), SparseRows.Of(1, 2)], [0, 1], 2));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(Rows, Two, 2).Predict(SparseRows.Of(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(Rows, Two, 2).Coefficient(1, 4));
    }

    private static LogisticOptions Exactly(double penalty) => new() { Penalty = penalty, Tolerance = 1e-10, MaxSteps = 5000 };

    private static double[] CoefficientsOf(LogisticRegression fitted, int @class) =>
        [.. Enumerable.Range(0, fitted.Dimension).Select(column => fitted.Coefficient(@class, column))];

    private static (SparseVector[] Rows, int[] Classes) ManyRows()
    {
        var random = new Random(1);
        SparseVector[] rows = [.. Enumerable.Range(0, 1000).Select(_ => SparseRows.Of([.. Enumerable.Range(0, 20).Select(_ => random.Next(4) == 0 ? random.NextSingle() : 0)]))];
        return (rows, [.. rows.Select(row => row[3] + row[7] - row[11] + 0.1 * random.NextDouble() > 0.15 ? 1 : 0)]);
    }

    private static double TestedArea(SparseVector[] rows, int[] classes)
    {
        var fitted = LogisticRegression.Fit(rows[..700], classes[..700], 2);
        return RocCurve.Area([.. rows[700..].Select(row => fitted.Predict(row)[1])], [.. classes[700..].Select(@class => @class == 1)])!.Value;
    }

    private static void Equal(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-7);
}
