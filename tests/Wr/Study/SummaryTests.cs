using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class SummaryTests
{
    private static readonly bool[] Ordered = [true, true, false, false, false];

    [Fact]
    public void The_spread_is_the_standard_deviation_of_a_sample()
    {
        var (mean, spread) = Summary.Over([1, 2, 3, 6]);

        Assert.Equal(3, mean);
        Assert.Equal(Math.Sqrt(14.0 / 3), spread!.Value, 12);
    }

    [Fact]
    public void One_seed_has_no_spread() => Assert.Equal((0.5, null), Summary.Over([0.5]));

    [Fact]
    public void What_is_not_known_or_no_number_does_not_count()
    {
        Assert.Equal((2.0, null), Summary.Over([null, 2, double.NaN, double.PositiveInfinity]));
        Assert.Equal((null, null), Summary.Over([null, double.NaN]));
        Assert.Equal((null, null), Summary.Over([]));
    }

    [Fact]
    public void Seeds_of_one_experiment_become_one_row_for_each_metric()
    {
        var experiment = Made.Experiment() with { Talk = new Dictionary<string, double> { [Metrics.Auroc] = 0.8 } };
        var rows = Summary.Of([Made.Answered(experiment, [0.9, 0.8, 0.1, 0.1, 0.1], Ordered), Made.Answered(experiment, [0.9, 0.1, 0.2, 0.1, 0.1], Ordered, seed: 2)]).ToList();

        Assert.Equal([Metrics.Auroc, Metrics.PrArea, Metrics.Accuracy, Metrics.MacroRecall, Metrics.LogLoss, Metrics.Brier, Metrics.CalibrationError], rows.Select(row => row.Metric));
        var auroc = rows[0];
        Assert.Equal((1 + (4 / 6.0)) / 2, auroc.Mean!.Value, 12);
        Assert.Equal(Math.Sqrt(2) / 6, auroc.Spread!.Value, 12);
        Assert.Equal((0.8, 0.5, 1.5, 75, 2), (auroc.Talk, auroc.ConstantAnswer, auroc.TrainSeconds, auroc.Records, auroc.Seeds));
        Assert.All(rows.Skip(1), row => Assert.Null(row.Talk));
    }

    [Fact]
    public void Experiments_keep_their_order_and_stay_apart()
    {
        var (first, second) = (Made.Experiment(row: 5), Made.Experiment(row: 3));
        var rows = Summary.Of([Made.Answered(first, [0.9, 0.8, 0.1, 0.1, 0.1], Ordered), Made.Answered(second, [0.9, 0.8, 0.1, 0.1, 0.1], Ordered)]);

        Assert.Equal([5, 3], rows.Select(row => row.Row).Distinct());
    }
}
