using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Errors;
using WorkflowRecovery.Simulation.Oracle;

namespace WorkflowRecovery.Simulation.Tests.Oracle;

/// <summary>The parts of the likelihood against what is drawn.</summary>
public sealed class LikelihoodTests
{
    private static readonly DateTimeOffset Time = new(2018, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1.96, 0.0249979)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447)]
    public void The_normal_distribution_is_known_to_six_places(double x, double below) => Assert.Equal(below, NormalDistribution.Below(x), 6);

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    [InlineData(true, 500)]
    public void Numbers_of_jobs_are_as_probable_as_they_are_drawn_often(bool acdc, long failed)
    {
        var random = new SeededRandom(1);
        var drawn = Enumerable.Range(0, 40_000).Select(_ => JobCount.Of(random, failed, acdc ? RecoveryActionKind.Acdc : RecoveryActionKind.Clone)).ToList();
        foreach (var jobs in new[] { failed, failed + 1, 4 * failed })
        {
            var task = Simulated.Tasks[0] with { FailedJobs = failed, TotalJobs = jobs };
            Simulated.Near(JobLikelihood.Of(task, acdc), drawn.Count(one => one == jobs) / 40_000.0, 0.012);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10_000)]
    [InlineData(1000)]
    public void Sizes_are_as_probable_as_they_are_drawn_often(int? ordered)
    {
        var random = new SeededRandom(2);
        var drawn = Enumerable.Range(0, 40_000).Select(_ => JobSizes.For(random, Time, ordered)).ToList();

        Assert.All(drawn.CountBy(size => size), size => Simulated.Near(JobSizes.Probability(size.Key, Time, ordered), size.Value / 40_000.0, 0.012));
        Assert.Equal(1, drawn.Distinct().Sum(size => JobSizes.Probability(size, Time, ordered)), 9);
    }

    [Fact]
    public void The_chances_of_a_weighted_draw_are_its_weights()
    {
        var chances = new Weighted<string>([("a", 1), ("never", 0), ("b", 3)]).Probabilities.ToList();

        Assert.Equal([("a", 0.25), ("b", 0.75)], chances);
    }

    [Fact]
    public void All_that_may_be_intended_sums_to_one() => Assert.Equal(1, Hypothesis.Of(0.1, 0.13, 0.041).Sum(one => one.Prior), 9);

    [Fact]
    public void A_task_without_codes_tells_nothing_of_those_that_its_workflow_shares()
    {
        var shared = new SharedCodes([85, 92], World.Acdc);

        Assert.Equal(1, shared.Choices.Sum(choice => choice.Probability), 9);
        Assert.All(shared.Plain([]), chance => Assert.Equal(1 - WorkflowErrors.RealShare, chance, 9));
    }

    [Fact]
    public void A_task_with_a_code_makes_it_likelier_that_its_workflow_shares_it()
    {
        var shared = new SharedCodes([85, 92], World.Acdc);
        var chances = shared.Choices.Zip(shared.Plain([85])).ToLookup(choice => choice.First.Times[0], choice => choice.Second);

        Assert.True(chances[0].Max() < chances[1].Min());
        Assert.True(chances[1].Max() < chances[2].Min());
    }
}
