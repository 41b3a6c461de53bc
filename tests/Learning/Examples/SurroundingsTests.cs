using CsCheck;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Examples;

public sealed class SurroundingsTests
{
    private static readonly DateTimeOffset Begin = new(2018, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Campaigns = [null, "A", "B"];

    private static readonly Gen<ReportedTask> AnyTask =
        from workflow in Gen.Int[0, 8]
        from task in Gen.Int[0, 3]
        from seconds in Gen.Frequency((1, Gen.Int[0, 1_200_000]), (2, Gen.Int[0, 300]))
        from campaign in Gen.Int[0, 2].Select(at => Campaigns[at])
        from cells in AnyCell.Array[0, 4]
        select Task($"pdmvserv_task_HIG-RunIIFall17DR-0000{workflow / 2}__v1_T_180601_00000{workflow}_1", $"t{task}", Begin.AddSeconds(seconds), cells) with { Campaign = campaign };

    [Fact]
    public void What_was_reported_before_is_counted_by_time()
    {
        var around = AroundLast(Task("a", Begin.AddDays(-8), Cell(92)), Task("b", Begin.AddDays(-3), Cell(92)), Task("c", Begin.AddHours(-20), Cell(73)), Task("d", Begin.AddHours(-6), Cell(92)), Task("e", Begin, Cell(92)));
        Assert.Equal((1, 2, 3), (around.SixHours.Tasks, around.Day.Tasks, around.Week.Tasks));
        Assert.Equal((1, 1, 2), (around.SixHours.SameCode, around.Day.SameCode, around.Week.SameCode));
    }

    [Fact]
    public void Only_the_main_code_at_its_main_site_is_the_same_cell()
    {
        var around = AroundLast(
            Task("a", Begin.AddHours(-1), Cell(92, "T2_US_MIT")), Task("b", Begin.AddHours(-1), Cell(92, "T2_DE_DESY")),
            Task("c", Begin, Cell(92, "T2_DE_DESY", 7), Cell(92, "T2_US_MIT", 3), Cell(73, count: 9)));
        Assert.Equal((2, 1), (around.Day.SameCode, around.Day.SameCodeAndSite));
    }

    [Fact]
    public void Tasks_of_the_same_campaign_are_counted_apart()
    {
        var around = AroundLast(
            Task("a", Begin.AddHours(-1), Cell(92)) with { Campaign = "A" }, Task("b", Begin.AddHours(-1), Cell(73)) with { Campaign = "A" },
            Task("c", Begin.AddHours(-1), Cell(92)) with { Campaign = "B" }, Task("d", Begin, Cell(92)) with { Campaign = "A" });
        Assert.Equal((2, 1), (around.Day.SameCampaign, around.Day.SameCampaignAndCode));
    }

    [Fact]
    public void A_task_sees_the_siblings_before_it_and_neither_itself_nor_those_after_it()
    {
        var around = Surroundings.Of(
            [Task("w", "c", Begin.AddSeconds(2), Cell(-1)), Task("w", "a", Begin, Cell(50660, count: 6)), Task("w", "b", Begin.AddSeconds(1), Cell(92, count: 2))]);
        var (a, b, c) = (around[1].Siblings, around[2].Siblings, around[0].Siblings);
        Assert.Equal((0, 0, 0, 0), (a.Count, a.WithErrors, a.Errors, a.WithMemory));
        Assert.Equal((1, 1, 6, 1), (b.Count, b.WithErrors, b.Errors, b.WithMemory));
        Assert.Equal((2, 2, 8, 1), (c.Count, c.WithErrors, c.Errors, c.WithMemory));
        Assert.Equal([1, 0, 0, 0, 0], a.WorkflowShares);
        Assert.Equal([0.75, 0.25, 0, 0, 0], c.WorkflowShares);
        Assert.All(around, one => Assert.Equal(0, one.Week.Tasks));
    }

    [Fact]
    public void Siblings_of_one_moment_come_in_the_order_of_their_paths()
    {
        var around = Surroundings.Of([Task("w", "b", Begin, Cell(92)), Task("w", "B", Begin, Cell(92)), Task("w", "a", Begin, Cell(92))]);
        Assert.Equal([2, 0, 1], around.Select(one => one.Siblings.SameCode));
    }

    [Fact]
    public void What_was_reported_between_two_siblings_is_before_neither()
    {
        var around = AroundLast(Task("before", Begin.AddSeconds(-1)), Task("w", "a", Begin), Task("between", Begin.AddSeconds(30)), Task("w", "b", Begin.AddMinutes(1)));
        Assert.Equal((1, 1, 1), (around.Week.Tasks, around.Week.Workflows, around.Siblings.Count));
    }

    [Fact]
    public void Workflows_of_one_moment_do_not_see_each_other()
    {
        var around = Surroundings.Of([Task("a", Begin, Cell(92)), Task("b", Begin, Cell(92))]);
        Assert.All(around, one => Assert.Equal(0, one.Week.Tasks));
    }

    [Fact]
    public void Earlier_rounds_of_the_family_are_counted_with_the_time_since()
    {
        var around = AroundLast(
            Task("pdmvserv_task_HIG-RunIIFall17DR-00001__v1_T_180601_000000_1", Begin),
            Task("vlimant_ACDC0_task_HIG-RunIIFall17DR-00001__v1_T_180602_000000_1", Begin.AddDays(4)),
            Task("vlimant_ACDC1_task_HIG-RunIIFall17DR-00001__v1_T_180609_000000_1", Begin.AddDays(9)));
        Assert.Equal((2, TimeSpan.FromDays(5)), (around.EarlierReports, around.SinceLast));
    }

    [Fact]
    public void A_workflow_reported_again_later_is_an_earlier_report_of_itself()
    {
        var around = Surroundings.Of([Task("w", Begin), Task("w", Begin.AddMinutes(2))]);
        Assert.Equal((0, 1), (around[0].EarlierReports, around[1].EarlierReports));
        Assert.Equal((0, 0), (around[0].Siblings.Count, around[1].Siblings.Count));
    }

    [Fact]
    public void A_later_event_never_changes_an_earlier_one() => Gen.Select(AnyTask.Array[1, 30], Gen.Frequency((1, Gen.Int[0, 1_200_000]), (2, Gen.Int[0, 300]))).Sample((tasks, seconds) =>
    {
        var border = Begin.AddSeconds(seconds);
        var before = tasks.Where(task => task.ReportedAt < border).ToArray();
        var (alone, all) = (Surroundings.Of(before), Surroundings.Of([.. before, .. tasks.Except(before)]));
        Assert.Equal(alone.Select(Show), all.Take(before.Length).Select(Show));
    }, iter: 500);

    [Fact]
    public void The_order_of_the_tasks_does_not_matter() => AnyTask.Array[1, 30].Sample(any =>
    {
        ReportedTask[] tasks = [.. any.DistinctBy(task => (task.Task, task.ReportedAt))];
        var (straight, reversed) = (Surroundings.Of(tasks), Surroundings.Of([.. tasks.Reverse()]));
        Assert.Equal(straight.Select(Show), reversed.Reverse().Select(Show));
    }, iter: 500);

    [Fact]
    public void Times_at_either_end_of_the_calendar_are_taken()
    {
        var around = Surroundings.Of([Task("a", DateTimeOffset.MinValue, Cell(92)), Task("b", DateTimeOffset.MaxValue, Cell(92))]);
        Assert.All(around, one => Assert.Equal(0, one.Week.Tasks));
        Assert.Empty(Surroundings.Of([]));
    }

    private static Surroundings AroundLast(params ReportedTask[] tasks) => Surroundings.Of(tasks)[^1];

    private static string Show(Surroundings around) => $"{around} {string.Join(' ', around.Siblings.WorkflowShares)}";
}
