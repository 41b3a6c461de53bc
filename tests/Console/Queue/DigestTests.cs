using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class DigestTests
{
    [Fact]
    public void What_all_pages_show_is_worked_out_once_for_each_state_of_the_queue()
    {
        var (board, digests) = (new QueueBoard(), new QueueDigests(Options.Create(new QueueOptions()), new FakeTimeProvider(Now)));
        board.Apply([], [Case()]);
        var before = board.Current;
        var first = digests.Of(before);

        Assert.Same(first, digests.Of(before));
        board.Apply([], [Case(task: "Two") with { Campaign = "Another" }]);
        var second = digests.Of(board.Current);

        Assert.Contains("Another", second.Choices.Campaigns);
        Assert.Same(second, digests.Of(before));
    }
}
