using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class SequentialComparisonTests
{
    private const double Level = 0.05;
    private const int Runs = 400;

    [Fact]
    public void Of_400_equal_challengers_looked_at_after_every_case_at_most_the_level_is_found_better_and_the_same_for_worse()
    {
        var verdicts = Enumerable.Range(0, Runs).Select(seed => Run(seed, cases: 3000, better: 0).Verdict).ToList();

        Assert.InRange(verdicts.Count(verdict => verdict == ComparisonVerdict.Better), 0, (int)(Level * Runs));
        Assert.InRange(verdicts.Count(verdict => verdict == ComparisonVerdict.Worse), 0, (int)(Level * Runs));
    }

    [Fact]
    public void Equal_challengers_are_not_found_better_either_when_rare_cases_decide()
    {
        var found = Enumerable.Range(0, Runs).Count(seed =>
        {
            var (random, comparison) = (new Random(seed), new SequentialComparison(Level));
            for (var at = 0; at < 2000; at++)
                comparison.Add(random.NextDouble() < 0.02 ? -0.98 : 0.02);
            return comparison.Verdict == ComparisonVerdict.Better;
        });

        Assert.InRange(found, 0, (int)(Level * Runs));
    }

    [Theory]
    [InlineData(0.10, 150)]
    [InlineData(0.05, 500)]
    [InlineData(0.02, 3000)]
    public void A_better_challenger_is_found_in_nearly_every_run_within_a_known_number_of_cases(double better, int cases) =>
        Assert.InRange(Enumerable.Range(0, Runs).Count(seed => Run(seed, cases, better).Verdict == ComparisonVerdict.Better), 0.95 * Runs, Runs);

    [Fact]
    public void A_worse_challenger_is_never_found_better_and_soon_found_worse() => Assert.All(
        Enumerable.Range(0, Runs).Select(seed => Run(seed, cases: 1000, better: -0.05)),
        comparison => Assert.Equal(ComparisonVerdict.Worse, comparison.Verdict));

    [Fact]
    public void The_first_finding_stays_whatever_comes_after_it()
    {
        var comparison = new SequentialComparison(Level);
        for (var at = 0; at < 20; at++)
            comparison.Add(1);
        var found = comparison.Cases;
        for (var at = 0; at < 500; at++)
            comparison.Add(-1);

        Assert.Equal((ComparisonVerdict.Better, found, 1.0), (comparison.Verdict, comparison.Cases, comparison.Mean));
        Assert.InRange(found, 1, 19);
    }

    [Fact]
    public void The_capital_is_what_the_stakes_have_won()
    {
        var comparison = new SequentialComparison(Level);
        comparison.Add(0.5);
        comparison.Add(-0.25);

        var expected = Enumerable.Range(1, 7).Average(power => (1 + (0.5 * Math.Pow(2, -power))) * (1 - (0.25 * Math.Pow(2, -power))));
        Assert.Equal(expected, comparison.Evidence, 12);
        Assert.Equal((ComparisonVerdict.Open, 2, 0.125), (comparison.Verdict, comparison.Cases, comparison.Mean));
    }

    [Theory]
    [InlineData(1.0001)]
    [InlineData(-1.0001)]
    [InlineData(double.NaN)]
    public void A_difference_beyond_the_bounds_is_refused(double difference) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialComparison(Level).Add(difference));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void So_is_a_level_that_is_no_chance(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialComparison(level));

    /// <summary>Differences as two good models have them: mostly tiny, now and then large, with a spread of 0.16.</summary>
    private static SequentialComparison Run(int seed, int cases, double better)
    {
        var (random, comparison) = (new Random(seed), new SequentialComparison(Level));
        for (var at = 0; at < cases && comparison.Verdict == ComparisonVerdict.Open; at++)
            comparison.Add(better + ((random.NextDouble() - 0.5) * (random.NextDouble() < 0.2 ? 1.2 : 0.2)));
        return comparison;
    }
}
