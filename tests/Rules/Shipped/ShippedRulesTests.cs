using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Shipped;
using static WorkflowRecovery.Rules.Tests.Inputs;

namespace WorkflowRecovery.Rules.Tests.Shipped;

public sealed class ShippedRulesTests
{
    [Fact]
    public void They_only_tell_that_they_fired()
    {
        Assert.NotEmpty(ShippedRules.Book.Rules);
        Assert.All(ShippedRules.Book.Rules, rule => Assert.Equal(RuleState.Passive, rule.State));
    }

    [Theory]
    [InlineData(50660, "unified-memory", "acdc with 1000 MB more, which makes 3000 MB")]
    [InlineData(50660, "panda-memory-ladder", "which makes 3000 MB")]
    [InlineData(50664, "unified-time", "acdc with splitting 2x")]
    [InlineData(61104, "unified-submit", "acdc")]
    [InlineData(8028, "unified-read", "acdc")]
    [InlineData(71305, "unified-pending", "acdc")]
    [InlineData(99109, "unified-block-99109", "no rule may order anything")]
    public void Each_speaks_for_its_code(int code, string name, string order) =>
        Assert.EndsWith($"{order}.", Assert.Single(ShippedRules.Book.FiringOn(Of((code, 40), (92, 60))), fired => fired.Name == name).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("MonteCarlo")]
    [InlineData("ReReco")]
    public void Those_of_Unified_leave_two_types_of_requests_alone(string type) =>
        Assert.Equal(["panda-memory-ladder"], ShippedRules.Book.FiringOn(Of((50660, 40)) with { RequestType = type }).Select(fired => fired.Name));
}
