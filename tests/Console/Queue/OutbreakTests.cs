using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class OutbreakTests
{
    private static readonly QueueOptions Options = new() { OutbreakHours = 6, OutbreakWorkflows = 3, OutbreakShare = 0.5 };

    [Fact]
    public void A_code_that_most_recent_workflows_fail_with_is_told_with_its_numbers()
    {
        var outbreak = Assert.Single(Outbreak.In(QueueOf([.. Many(3, 8020, "T2_A"), .. Many(3, 85, "T2_B", hoursAgo: 9), .. Different(3)]), Options, Now), found => found.Code is not null);

        Assert.Equal(new(8020, null, 3, 6), outbreak);
    }

    [Fact]
    public void So_is_a_site()
    {
        var cases = Enumerable.Range(0, 4).Select(number => Case($"w{number}") with { Codes = [new(number, 1)], Sites = ["T2_DE_DESY", "T2_US_MIT"] });

        Assert.Equal([new(null, "T2_DE_DESY", 4, 4)], Outbreak.In(QueueOf([.. cases]), Options, Now));
    }

    [Fact]
    public void Few_workflows_or_a_small_share_of_them_are_no_outbreak()
    {
        Assert.Empty(Outbreak.In(QueueOf([.. Many(2, 8020, "T2_A")]), Options, Now));
        Assert.Empty(Outbreak.In(QueueOf([.. Many(4, 8020, "T2_A"), .. Different(5)]), Options, Now));
    }

    [Fact]
    public void Tasks_of_one_workflow_count_once()
    {
        var cases = Enumerable.Range(0, 5).Select(number => Case("one", $"Task{number}"));

        Assert.Empty(Outbreak.In(QueueOf([.. cases]), Options, Now));
    }

    private static IEnumerable<QueueCase> Many(int count, int code, string site, int hoursAgo = 1) =>
        Enumerable.Range(0, count).Select(number => Case($"same_{code}_{number}", hoursAgo: hoursAgo) with { Codes = [new(code, 5), new(-1, 9)], Sites = [site] });

    private static IEnumerable<QueueCase> Different(int count) =>
        Enumerable.Range(0, count).Select(number => Case($"other_{number}") with { Codes = [new(100 + number, 5), new(8020, 1)], Sites = [$"T3_{number}"] });
}
