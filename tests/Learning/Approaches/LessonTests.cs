using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class LessonTests
{
    [Fact]
    public void Orders_that_do_not_answer_the_question_are_not_learned_from()
    {
        var tasks = Invented.Tasks(Operator.Careful, 9);
        tasks[2] = tasks[2] with { Action = Operator.Plain, ParametersGiven = false };
        tasks[5] = tasks[5] with { Action = Operator.Plain, ParametersGiven = false };
        tasks[7] = tasks[7] with { Action = Operator.Memory };

        var lesson = Lesson.Of(new(tasks), TalkTargets.Memory, [0, 1, 2, 3], [7, 5], seed: 1);
        Assert.Equal([0, 1, 3], lesson.Train);
        Assert.Equal([7], lesson.Watch);
        Assert.Equal((9, -1, -1), (lesson.Labels.Count, lesson.Labels[2], lesson.Labels[5]));
        Assert.Equal([1], lesson.ClassesOf([7]));
        Assert.Equal(2, lesson.Classes);
    }

    [Fact]
    public void A_set_looks_through_a_view_once()
    {
        var set = new TaskSet(Invented.Tasks(Operator.ByCode, 5));
        Assert.Same(set.Through(new SummedView()), set.Through(new SummedView()));
        Assert.NotSame(set.Through(new SummedView()), set.Through(new SummedView(Scaling.Raw)));
        Assert.Equal(5, set.Through(new SummedView()).Count);
    }

    [Fact]
    public void Tasks_come_in_the_order_of_their_rows()
    {
        var tasks = Invented.Tasks(Operator.ByCode, 5);
        Assert.Equal([tasks[3], tasks[0]], new TaskSet(tasks).Of([3, 0]));
    }

    [Fact]
    public void Words_cannot_be_learned_without_logs()
    {
        List<RecordedTask> tasks = [.. Invented.Tasks(Operator.ByWords, 60).Select(task => task with { Report = task.Report with { Logs = Array.Empty<TaskLog>() } })];
        var exam = new Exam(tasks, TalkTargets.Memory);
        var fault = Assert.Throws<ArgumentException>(() => exam.Area(TalkNetworks.Recurrent(new SummedView())));
        Assert.Contains("no logs", fault.Message, StringComparison.Ordinal);
    }
}
