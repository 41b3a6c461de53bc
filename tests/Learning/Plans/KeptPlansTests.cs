using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;

namespace WorkflowRecovery.Learning.Tests.Plans;

public sealed class KeptPlansTests
{
    private const string Old =
        """
        [{"action":"acdc","memory":"none","splitting":"none","xrootd":true,"probability":0.5}, {"action":"acdc","memory":"none","splitting":"none","xrootd":false,"probability":0.1},
         {"action":"acdc","memory":"ge20","splitting":"10x","probability":0.3}]
        """;

    private const string Plans =
        """
        [{"action":"acdc","memory":"none","splitting":"none","probability":0.5,"switches":{"xrootd":0.2,"secondary":0.1,"cores":0}},
         {"action":"clone","memory":"none","splitting":"none","probability":0.3}]
        """;

    [Theory]
    [InlineData("acdc", null, null, 0.6)]
    [InlineData("acdc", 21_000, "10x", 0.3)]
    [InlineData("clone", null, null, null)]
    public void Without_odds_of_switches_an_order_has_the_probability_of_all_plans_that_are_like_it(string action, int? memoryMb, string? splitting, double? probability) =>
        Assert.Equal(probability, Round(KeptPlans.ProbabilityOf(Old, Order(action) with { MemoryMb = memoryMb, Splitting = splitting })));

    [Theory]
    [InlineData(null, null, null, 0.36)]
    [InlineData(false, null, null, 0.36)]
    [InlineData(true, null, null, 0.09)]
    [InlineData(true, true, null, 0.01)]
    [InlineData(null, null, 4, 0.0)]
    public void With_them_it_has_that_of_the_plan_with_its_own_switches(bool? xrootd, bool? secondary, int? cores, double probability) =>
        Assert.Equal(probability, Round(KeptPlans.ProbabilityOf(Plans, Order("acdc") with { Xrootd = xrootd, Secondary = secondary, Cores = cores })));

    [Fact]
    public void What_carries_no_switches_has_all_of_its_probability() => Assert.Equal(0.3, KeptPlans.ProbabilityOf(Plans, Order("clone")));

    [Fact]
    public void Where_none_was_weighed_none_has_any() => Assert.Null(KeptPlans.ProbabilityOf("[]", Order("acdc")));

    private static double? Round(double? probability) => probability is { } given ? Math.Round(given, 9) : null;

    private static RecoveryAction Order(string action) => RecoveryActionNames.Read(action, memoryMb: null, splitting: null, xrootd: null, secondary: null, cores: null)!;
}
