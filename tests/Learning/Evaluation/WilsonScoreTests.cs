using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class WilsonScoreTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(100, 1, 0.963)]
    [InlineData(100, 0.95, 0.888)]
    [InlineData(10, 0.5, 0.237)]
    [InlineData(20, 0, 0)]
    public void The_lower_end_is_that_of_wilson(int cases, double share, double lower) =>
        Assert.Equal(lower, WilsonScore.LowerEnd(cases, share), 0.001);
}
