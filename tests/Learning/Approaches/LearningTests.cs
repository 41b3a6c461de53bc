namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Every approach learns a rule of its own kind.</summary>
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
}
