using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>What learns nothing, or next to nothing.</summary>
public sealed class RuleAndConstantTests
{
    private static readonly Exam Memory = new(Invented.Tasks(Operator.Careful, 400), TalkTargets.Memory);

    [Fact]
    public void The_constant_answer_is_how_often_each_class_came_in_the_past()
    {
        var lesson = Memory.Lesson();
        var classes = lesson.ClassesOf([.. lesson.Train, .. lesson.Watch]);
        var expected = (classes.Count(@class => @class == 1) + 0.5) / (classes.Length + 1);

        var answers = Memory.Answers(new ConstantApproach(), Memory.Judged);
        Assert.All(answers, answer => Assert.Equal([1 - expected, expected], answer.Select(value => Math.Round(value, 12)), (one, other) => Math.Abs(one - other) < 1e-11));
        Assert.Equal(0.5, Memory.Area(answers));
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 9, 0.25)]
    [InlineData(2, 8, 0.5)]
    [InlineData(6, 4, 0.75)]
    [InlineData(10, 0, 1)]
    public void The_rule_says_yes_above_a_fifth_of_the_failures(int ofMemory, int ofOthers, double expected) =>
        Assert.Equal(expected, Answer(RuleApproach.UnifiedMemory, Cell(50660, count: ofMemory), Cell(92, count: ofOthers)), 1e-12);

    [Fact]
    public void The_rule_counts_failures_at_all_sites_but_no_marks_of_lost_work()
    {
        Assert.Equal(1, Answer(RuleApproach.UnifiedMemory, Cell(50660), Cell(50660, readiness: Readiness.Red), Cell(-1, count: 100)), 1e-12);
        Assert.Equal(0, Answer(RuleApproach.UnifiedMemory, Cell(-1, count: 100)), 1e-12);
        Assert.Equal(0, Answer(RuleApproach.UnifiedMemory), 1e-12);
    }

    [Fact]
    public void A_rule_may_be_about_several_codes() =>
        Assert.Equal(0.5, Answer(new RuleApproach([92, 85], 0.5), Cell(92), Cell(85), Cell(139, count: 2)), 1e-12);

    private static double Answer(RuleApproach rule, params MatrixCell[] cells)
    {
        TaskSet set = new([Recorded(Operator.Plain, cells)]);
        using var learned = rule.Learn(Lesson.Of(set, TalkTargets.Memory, [], [], seed: 1), TestContext.Current.CancellationToken);
        var answer = Assert.Single(learned.Answer([0]));
        Assert.Equal(1, answer.Sum(), 1e-12);
        return answer[1];
    }
}
