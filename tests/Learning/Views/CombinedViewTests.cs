using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Learning.Text;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class CombinedViewTests
{
    [Fact]
    public void Views_stand_side_by_side_under_their_names()
    {
        var view = new CombinedView(new SummedView(), new ExtrasView());
        var task = Task("w", DateTimeOffset.UnixEpoch, Cell(92, count: 4));
        Assert.Equal("summed+extras", view.Name);
        Assert.Equal(new SummedView().Columns.Count + new ExtrasView().Columns.Count, view.Of(task).Dimension);
        Assert.Equal((float)Math.Log(5), view.Value(task, "summed:92/good"));
        Assert.Equal((float)Math.Log(5), view.Value(task, "extras:errors/good"));
    }

    [Fact]
    public void No_view_and_two_of_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CombinedView());
        Assert.Throws<ArgumentException>(() => new CombinedView(new SummedView(), new SummedView()));
    }

    [Fact]
    public void The_words_of_the_logs_are_counted_and_unknown_ones_left_out()
    {
        var view = new LogView(new Vocabulary(["file", "open", Placeholders.Path]));
        var task = Task("w", DateTimeOffset.UnixEpoch) with
        {
            Logs = [new TaskLog(92, "T2_US_MIT", "Could not open file /a/b.root"), new TaskLog(92, "T2_US_MIT", "File: gone")],
        };
        Assert.Equal((float)Math.Log(3), view.Value(task, "word/file"));
        Assert.Equal((float)Math.Log(2), view.Value(task, "word/<path>"));
        Assert.Equal(3, view.Of(task).Indices.Length);
    }

    [Fact]
    public void The_average_word_is_the_mean_of_the_vectors_and_nothing_without_logs()
    {
        var view = new AverageWordView(new Vocabulary(["a", "b"]), new WordVectors([1f, 2f, 3f, 6f], 2));
        var task = Task("w", DateTimeOffset.UnixEpoch) with { Logs = [new TaskLog(92, "T2_US_MIT", "a b")] };
        Assert.Equal([2f, 4f], view.Of(task).Values);
        Assert.Empty(view.Of(Task("w", DateTimeOffset.UnixEpoch)).Values);
        Assert.Throws<ArgumentException>(() => new AverageWordView(new Vocabulary(["a"]), new WordVectors([1f, 2f, 3f, 6f], 2)));
    }
}
