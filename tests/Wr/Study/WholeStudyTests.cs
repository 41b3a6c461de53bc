using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Study.Report;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class WholeStudyTests
{
    private static readonly string[] Shares = ["decided at 99 %", "decided at 97 %", "decided at 95 %", "decided at 90 %"];

    [Fact]
    public async Task Without_logs_rows_10_to_12_say_so_and_counts_alone_are_still_learned_from()
    {
        var result = await RunAsync(Made.Tasks(300), 10, 11, 12);

        Assert.Equal([12], result.Rows.Select(row => row.Row).Distinct());
        Assert.Equal([10, 11, 12], result.Skipped.Select(skipped => skipped.Row).Distinct());
        Assert.All(result.Skipped, skipped => Assert.Equal("there are no logs", skipped.Reason));
    }

    [Fact]
    public async Task When_operators_only_ever_ordered_one_thing_everything_learned_is_left_out()
    {
        var result = await RunAsync(Made.Tasks(300, orderOf: _ => Made.Plain), 0, 1, 2, 4, 7, 9, 13, 14);

        Assert.Equal([2, 4, 7, 9, 13, 14, 0], result.Skipped.Select(skipped => skipped.Row).Distinct());
        Assert.Equal([1, 0], result.Rows.Select(row => row.Row).Distinct());
        string[] metrics = [RowMatch.Metric, .. Shares, RuleScore.Agreement, RuleScore.FiredShare, RuleScore.OrderedShare];
        Assert.Equal(metrics.Order(), result.Rows.Where(row => row.Row == 0).Select(row => row.Metric).Distinct().Order());
        var matches = result.Rows.Where(row => row is { Row: 0, Metric: RowMatch.Metric }).ToList();
        Assert.Equal(["by time and workflow", "random by record"], matches.Select(row => row.Split).Distinct().Order());
        Assert.All(matches, row => Assert.Equal((1, 1), (row.Mean, row.ConstantAnswer)));
        Assert.Contains("\"skipped\"", result.ToJson());
        Assert.Contains("are all &quot;acdc&quot;", StudyReport.Of(result).ToHtml().Replace("\"acdc\"", "&quot;acdc&quot;"));
    }

    [Fact]
    public async Task Orders_that_carry_no_parameters_leave_the_row_of_the_table_open()
    {
        var result = await RunAsync(Made.Tasks(200, orderOf: at => new(at % 3 == 0 ? RecoveryActionKind.OnHold : RecoveryActionKind.Clone)), 0);

        Assert.Contains(result.Skipped, skipped => skipped is { Target: "row of the action table", Reason: "no order to learn from, or none to watch, tells memory" });
        Assert.DoesNotContain(result.Rows, row => row.Metric == RowMatch.Metric);
    }

    [Fact]
    public async Task Tasks_of_one_moment_have_no_past_to_learn_from()
    {
        IReadOnlyList<RecordedTask> tasks = [.. Made.Tasks(300).Select(task => task with { Report = task.Report with { ReportedAt = DateTimeOffset.UnixEpoch } })];

        var result = await RunAsync(tasks, 7);

        Assert.All(result.Skipped, skipped => Assert.Equal(("by time and workflow", "there are no tasks to learn from"), (skipped.Split, skipped.Reason)));
        Assert.Equal(["random by record"], result.Rows.Select(row => row.Split).Distinct());
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_the_talk_and_ours_last()
    {
        var result = await RunAsync(Made.Tasks(300), 0, 1, 5, 14);

        Assert.Equal([1, 5, 14, 0], result.Rows.Select(row => row.Row).Distinct());
        Assert.All(result.Skipped, skipped => Assert.Equal(0, skipped.Row));
        Assert.NotEmpty(result.Comparisons);
        Assert.NotEmpty(result.Rules);
        Assert.Contains(result.Rows, row => row is { Metric: RuleScore.FiredShare, Approach: "rule: unified-memory" });
        Assert.Contains("Rules beside models", StudyReport.Of(result).ToHtml());
        Assert.Contains("\"ordered\"", result.ToJson());
        Assert.Contains(result.Rows, row => row is { Metric: RowMatch.Metric, Mean: > 0.5 });
    }

    [Fact]
    public async Task The_same_study_comes_to_the_same_numbers()
    {
        var (first, second) = (await RunAsync(Made.Tasks(200), 7), await RunAsync(Made.Tasks(200), 7));

        Assert.Equal(first.Rows.Select(row => row with { TrainSeconds = 0 }), second.Rows.Select(row => row with { TrainSeconds = 0 }));
    }

    [Fact]
    public async Task A_study_that_is_stopped_ends_before_its_next_epoch()
    {
        using var stop = new CancellationTokenSource();
        var study = new WholeStudy(Made.Source(Made.Tasks(300)), Made.Options(), KeptTrials.Open(null), new Stopping(stop));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(stop.Token));
    }

    private static Task<StudyResult> RunAsync(IReadOnlyList<RecordedTask> tasks, params int[] only) =>
        new WholeStudy(Made.Source(tasks), Made.Options(only), KeptTrials.Open(null), new Told()).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Has enough at the first thing that is told.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<WorkflowRecovery.Wr.Display.Step>
    {
        public void Report(WorkflowRecovery.Wr.Display.Step value) => stop.Cancel();
    }
}
