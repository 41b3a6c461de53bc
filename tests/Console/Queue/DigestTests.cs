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

    [Fact]
    public void An_outbreak_ends_with_time_also_when_nothing_comes_in()
    {
        var (board, clock) = (new QueueBoard(), new FakeTimeProvider(Now));
        var digests = new QueueDigests(Options.Create(new QueueOptions { OutbreakHours = 6, OutbreakWorkflows = 3 }), clock);
        board.Apply([], [.. Enumerable.Range(0, 5).Select(number => Case($"pdmvserv_{number}"))]);
        Assert.NotEmpty(digests.Of(board.Current).Outbreaks);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(digests.Of(board.Current), digests.Of(board.Current));
        clock.Advance(TimeSpan.FromHours(6));

        Assert.Empty(digests.Of(board.Current).Outbreaks);
    }
}
