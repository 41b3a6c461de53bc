using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Text;

public sealed class VocabularyTests
{
    [Fact]
    public void The_commonest_word_comes_first_and_equally_common_ones_by_letter()
    {
        var vocabulary = Vocabulary.Of([Log("b b b a c"), Log("c a rare")], minimumCount: 2);
        Assert.Equal(["b", "a", "c"], vocabulary.Words);
        Assert.Equal((0, null), (vocabulary.IdOf("b"), vocabulary.IdOf("rare")));
    }

    [Fact]
    public void The_order_of_the_tasks_does_not_matter()
    {
        ReportedTask[] tasks = [Log("x y 1"), Log("y 2 /a/b"), Log("z z y")];
        Assert.Equal(Vocabulary.Of(tasks, 1).Words, Vocabulary.Of(tasks.Reverse(), 1).Words);
    }

    [Fact]
    public void Words_of_a_task_become_ids_without_the_unknown_ones() =>
        Assert.Equal([1, 0, 1], new Vocabulary(["file", "open"]).IdsOf(Log("Open the FILE, open!")));

    [Fact]
    public void A_word_that_comes_twice_is_refused() => Assert.Throws<ArgumentException>(() => new Vocabulary(["a", "a"]));

    private static ReportedTask Log(string text) => Task("w", DateTimeOffset.UnixEpoch) with { Logs = [new TaskLog(92, "T2_US_MIT", text)] };
}
