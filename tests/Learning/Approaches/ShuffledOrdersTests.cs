namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>No approach learns anything where there is nothing to learn.</summary>
public sealed class ShuffledOrdersTests
{
    [Theory]
    [MemberData(nameof(Case.QuickNames), MemberType = typeof(Case))]
    [InlineData("8 convolution")]
    public void From_shuffled_orders_nothing_is_learned(string name)
    {
        var one = Case.All[name];
        var exam = new Exam(Invented.WithShuffledOrders(Invented.Tasks(one.Who, one.IsSlow ? 600 : one.Tasks)), one.Target);
        Assert.InRange(exam.Area(one.Approach), 0.38, 0.62);
    }
}
