namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Every approach learns a rule of its own kind, and nothing where there is none.</summary>
public sealed class LearningTests
{
    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void What_operators_do_by_rule_is_learned(string name)
    {
        var one = Case.All[name];
        var area = one.Exam().Area(one.Approach);
        Assert.True(area > 0.85, $"{area}");
    }

    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void From_shuffled_orders_nothing_is_learned(string name)
    {
        var one = Case.All[name];
        var exam = new Exam(Invented.WithShuffledOrders(Invented.Tasks(one.Who, one.Tasks)), one.Target);
        Assert.InRange(exam.Area(one.Approach), 0.38, 0.62);
    }
}
