using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Calibration;

/// <summary>The expected numbers were computed with SciPy's bounded minimizer.</summary>
public sealed class TemperatureScalingTests
{
    private static readonly double[] Rates = [.7, .2, .1];
    private static readonly double[][] Margins = [[2, 0, 0], [0, 3, 0], [1, 0, 2], [3, 0, 0], [0, 2, 0], [0, 0, 3], [2, 1, 0], [0, 2.5, 1]];
    private static readonly int[] Classes = [0, 1, 0, 1, 1, 2, 0, 0];

    [Fact]
    public void The_temperature_is_that_of_the_lowest_log_loss()
    {
        var fitted = TemperatureScaling.Fit(Margins, Classes, Rates);
        Assert.Equal(1.57784545, fitted.Temperature, 3);
        Assert.Equal(0.8638457884, ProbabilityScores.LogLoss([.. Margins.Select(row => fitted.Apply(row, Rates))], Classes), 6);
    }

    [Fact]
    public void Evidence_is_divided_by_the_temperature_and_added_to_the_base_rates()
    {
        var answer = new TemperatureScaling(2).Apply(Margins[0], Rates);
        Assert.Equal(0.86380953, answer[0], 7);
        Assert.Equal(0.09079365, answer[1], 7);
        Assert.Equal(1, answer.Sum(), 12);
    }

    [Fact]
    public void Without_evidence_the_answer_is_the_base_rates()
    {
        foreach (var (answered, rate) in new TemperatureScaling(0.5).Apply([0, 0, 0], Rates).Zip(Rates))
            Assert.Equal(rate, answered, 12);
    }

    [Fact]
    public void Evidence_that_misleads_is_cooled_down_to_the_base_rates()
    {
        double[][] margins = [[0, 4, 0], [0, 0, 4], [4, 0, 0], [0, 4, 0]];
        Assert.True(TemperatureScaling.Fit(margins, [0, 0, 1, 2], Rates).Temperature > 15);
    }

    [Fact]
    public void Nothing_to_fit_on_changes_nothing() => Assert.Same(TemperatureScaling.None, TemperatureScaling.Fit([], [], Rates));

    [Fact]
    public void Recency_halves_with_every_half_life()
    {
        var now = new DateTimeOffset(2019, 7, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(0.25, BaseRates.Recency(now.AddDays(-200), now, TimeSpan.FromDays(100)), 12);
        Assert.Equal(1.0, BaseRates.Recency(now.AddDays(5), now, TimeSpan.FromDays(100)));
    }

    [Fact]
    public void A_class_that_never_happened_has_a_small_rate() =>
        Assert.Equal([8.5 / 10, 1.5 / 10], BaseRates.Of([(0, 8), (1, 1)], 2));
}
