using CsCheck;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class ExtrasViewTests
{
    private const string Acdc = "vlimant_ACDC0_task_HIG-RunIIFall17wmLHEGS-01415__v1_T_180706_002124_986";
    private const string ReReco = "prebello_HIRun2018A-v1-HIHardProbesPeripheral-04Apr2019_1033p1_190404_203542_6929";
    private static readonly ExtrasView View = new();
    private static readonly DateTimeOffset At = new(2018, 7, 8, 0, 21, 24, TimeSpan.Zero);

    [Fact]
    public void Each_column_is_named_once() => Assert.Equal(View.Columns.Count, View.Columns.Distinct().Count());

    [Fact]
    public void Totals_count_errors_sites_and_codes_apart_from_marks_of_lost_work()
    {
        var task = Task(Acdc, At, Cell(92, "T2_US_MIT", 6), Cell(92, "T2_DE_DESY", 2, Readiness.Red), Cell(71104, "NoReportedSite", 2, Readiness.None), Cell(-1, "T1_US_FNAL"));
        Assert.Equal((float)Math.Log(11), View.Value(task, "errors"));
        Assert.Equal((float)Math.Log(7), View.Value(task, "errors/good"));
        Assert.Equal((float)Math.Log(2), View.Value(task, "lost/good"));
        Assert.Equal((float)Math.Log(4), View.Value(task, "sites"));
        Assert.Equal((float)Math.Log(2), View.Value(task, "sites/good"));
        Assert.Equal((float)Math.Log(3), View.Value(task, "codes"));
        Assert.Equal((0.6f, 0.2f, 0.8f), (View.Value(task, "share/good"), View.Value(task, "share/nowhere"), View.Value(task, "share/T2")));
        Assert.Equal(1, View.Value(task, "main/good/92"));
        Assert.Equal(0.5f, View.Value(task, "main/bad/share"));
    }

    [Fact]
    public void Errors_spread_evenly_over_two_sites_have_an_entropy_of_ln_2()
    {
        var task = Task(Acdc, At, Cell(92, "T2_US_MIT", 5), Cell(92, "T2_DE_DESY", 5));
        Assert.Equal((float)Math.Log(2), View.Value(task, "entropy/sites"));
        Assert.Equal(0, View.Value(task, "entropy/codes"));
    }

    [Fact]
    public void What_is_not_known_is_told_from_nought()
    {
        var known = Task(Acdc, At, Cell(92, count: 5)) with { TotalJobs = 50, MemoryMb = 16_000, Cores = 8 };
        Assert.Equal(0.1f, View.Value(known, "jobs/failed-share"));
        Assert.Equal((16f, 2f, 8f), (View.Value(known, "memory-gb"), View.Value(known, "memory-gb/core"), View.Value(known, "cores")));
        Assert.Equal((1f, 0f), (View.Value(known, "jobs/known"), View.Value(known with { TotalJobs = null }, "jobs/known")));
        Assert.Equal((1f, 0f), (View.Value(known with { TotalJobs = 0 }, "jobs/known"), View.Value(known, "around/known")));
    }

    [Fact]
    public void Round_age_and_kind_are_read_off_the_name()
    {
        var task = Task(Acdc, "HIG-RunIIFall17wmLHEGS-01415_0/HIG-RunIIFall17wmLHEGS-01415_0MergeAODSIMoutput", At);
        Assert.Equal(1, View.Value(task, "attempt"));
        Assert.Equal((float)Math.Log(3), View.Value(task, "age-days"));
        Assert.Equal((1f, 1f), (View.Value(task, "request/task-chain"), View.Value(task, "requestor/machine")));
        Assert.Equal((1f, (float)Math.Log(3)), (View.Value(task, "task/merge"), View.Value(task, "task/depth")));
        Assert.Equal(1, View.Value(task, "campaign/LHE"));

        var data = Task(ReReco, "DataProcessing", At);
        Assert.Equal((1f, 1f, 1f), (View.Value(data, "request/rereco"), View.Value(data, "requestor/person"), View.Value(data, "task/processing")));
        Assert.Equal((0f, 0f), (View.Value(data, "attempt"), View.Value(data, "age-days")));
    }

    [Fact]
    public void What_is_left_open_is_taken_to_be_usual()
    {
        var open = Task("w", At, Cell(50660, count: 11));
        Assert.Equal((0f, 0f, 0f), (View.Value(open, "jobs/known"), View.Value(open, "memory/known"), View.Value(open, "around/known")));
        Assert.Equal(11f / 150, View.Value(open, "jobs/failed-share"), 3);
        Assert.Equal((float)Math.Log(151), View.Value(open, "jobs"), 3);
        Assert.Equal((2f, 1f), (View.Value(open, "memory-gb/core"), View.Value(open, "workflow/share/MEM")));
        Assert.True(View.Value(open, "around/24h/tasks") > View.Value(open, "around/6h/tasks"));
        Assert.Equal((2f, 8f), (View.Value(open with { MemoryMb = 16_000 }, "memory-gb/core"), View.Value(open with { Cores = 4 }, "memory-gb")));
        Assert.Equal((1f, 0f), (View.Value(open, "family/first"), View.Value(Task(Acdc, At), "family/first")));
    }

    [Theory]
    [InlineData("RunIIFall17DRPremix", 3)]
    [InlineData("RunIISummer16DR80Premix", 28)]
    [InlineData("PhaseIITDRFall17DR", 9)]
    public void A_campaign_keeps_its_bucket_for_ever(string campaign, int bucket)
    {
        var task = Task("w", At) with { Campaign = campaign };
        Assert.Equal(1, View.Value(task, $"campaign/bucket-{bucket:D2}"));
        Assert.Single(View.Columns, column => column.StartsWith("campaign/bucket", StringComparison.Ordinal) && View.Value(task, column) == 1);
    }

    [Fact]
    public void Surroundings_are_seen()
    {
        var tasks = new[] { Task("first", At.AddHours(-2), Cell(92)), Task("w", "a", At, Cell(50660, count: 3)), Task("w", "b", At, Cell(92)) };
        var around = Surroundings.Of(tasks);
        var task = tasks[2] with { Around = around[2] };
        Assert.Equal((float)Math.Log(2), View.Value(task, "around/6h/same-code"));
        Assert.Equal(1, View.Value(task, "around/6h/same-code-share"));
        Assert.Equal((float)Math.Log(2), View.Value(task, "siblings/50660"));
        Assert.Equal(0.75f, View.Value(task, "workflow/share/MEM"));
        Assert.Equal(1, View.Value(task, "family/first"));
    }

    [Fact]
    public void Any_text_for_a_name_is_taken() => Gen.Select(Gen.String, Gen.String, Gen.String, Any).Sample((workflow, path, campaign, matrix) =>
    {
        var task = new ReportedTask { Workflow = workflow, Task = path, Campaign = campaign, ReportedAt = At, Matrix = matrix, TotalJobs = long.MaxValue, MemoryMb = int.MinValue, Cores = 0 };
        Assert.Equal(View.Columns.Count, View.Of(task).Dimension);
    }, iter: 300);
}
