using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Tests.Networks.Layers;

public sealed class WordOrderTests
{
    [Fact]
    public void Longer_texts_come_first_and_each_time_holds_those_still_running()
    {
        var order = new WordOrder();
        order.Arrange([[1], [1, 2, 3], [], [1, 2, 3], [7, 7]], [0, 1, 2, 3, 4]);
        Assert.Equal([1, 3, 4, 0, 2], order.ByLength.ToArray());
        Assert.Equal((5, 3, 9), (order.Texts, order.Times, order.Words));
        Assert.Equal([(0, 4), (4, 3), (7, 2)], Enumerable.Range(0, 3).Select(time => (order.StartOf(time), order.RunningAt(time))));
    }

    [Fact]
    public void It_may_be_arranged_again_for_fewer_and_shorter_texts()
    {
        var order = new WordOrder();
        ImmutableArray<int>[] all = [[1, 2, 3], [4], []];
        order.Arrange(all, [0, 1, 2]);
        order.Arrange(all, [2, 1]);
        Assert.Equal([1, 0], order.ByLength.ToArray());
        Assert.Equal((2, 1, 1), (order.Texts, order.Times, order.Words));
        order.Arrange(all, [2]);
        Assert.Equal((1, 0, 0), (order.Texts, order.Times, order.Words));
    }
}
