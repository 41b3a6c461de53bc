using WorkflowRecovery.Learning.Plans;

namespace WorkflowRecovery.Learning.Tests.Plans;

public sealed class KeptPlansTests
{
    private const string Plans =
        """
        [{"action":"acdc","memory":"none","splitting":"none","xrootd":true,"probability":0.5}, {"action":"acdc","memory":"none","splitting":"none","xrootd":false,"probability":0.1},
         {"action":"acdc","memory":"ge20","splitting":"10x","probability":0.3}]
        """;

    [Theory]
    [InlineData("acdc", null, null, 0.6)]
    [InlineData("acdc", 21_000, "10x", 0.3)]
    [InlineData("clone", null, null, null)]
    public void An_order_has_the_probability_of_the_plans_that_are_like_it(string action, int? memoryMb, string? splitting, double? probability) =>
        Assert.Equal(probability, KeptPlans.ProbabilityOf(Plans, action, memoryMb, splitting) is { } given ? Math.Round(given, 9) : null);

    [Fact]
    public void Where_none_was_weighed_none_has_any() => Assert.Null(KeptPlans.ProbabilityOf("[]", "acdc", null, null));
}
