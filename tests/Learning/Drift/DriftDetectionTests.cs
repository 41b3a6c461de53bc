using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Drift;

namespace WorkflowRecovery.Learning.Tests.Drift;

public sealed class DriftDetectionTests
{
    private static readonly DateTimeOffset Start = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DriftOptions Options = new()
    {
        LeastReference = 100, SettledReference = 100, MostReference = 300, Windows = [20, 40], CodeThreshold = 5, SiteThreshold = 5, LabelThreshold = 5,
    };

    [Fact]
    public void The_statistic_is_the_log_likelihood_ratio_and_the_effect_cohens_h()
    {
        var change = ShareChange.Of(10, 100, 40, 100);

        // scipy.stats.chi2_contingency([[10, 90], [40, 60]], correction=False, lambda_='log-likelihood') gives 25.3 as G, twice this.
        Assert.Equal(12.6576, change.Statistic, 4);
        Assert.Equal(0.7259, change.Effect, 4);
        Assert.Equal((0.1, 0.4, 100), (change.Before, change.Now, change.Samples));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(0, 0)]
    [InlineData(50, 100)]
    public void Equal_shares_say_nothing(int before, int now) => Assert.Equal(0, ShareChange.Of(before, 50, now, 100).Statistic, 9);

    [Fact]
    public void A_workflow_counts_by_the_code_and_the_compute_site_with_most_failures_over_its_tasks()
    {
        var sample = WorkflowSample.Of(
            Start,
            [
                Matrix((85, "T2_US_MIT", 5), (-1, "T2_US_MIT", 900), (73, "T1_US_FNAL_Disk", 50)),
                Matrix((85, "T1_US_FNAL", 40), (85, "T2_US_MIT", 20)),
            ],
            isOther: null);

        Assert.Equal(new WorkflowSample(Start, 85, "T1_US_FNAL", null), sample);
    }

    [Fact]
    public void A_workflow_without_errors_counts_as_none() =>
        Assert.Equal(new WorkflowSample(Start, null, null, true), WorkflowSample.Of(Start, [SiteErrorMatrix.Empty], true));

    [Fact]
    public void A_share_that_rose_and_one_that_fell_are_both_found()
    {
        var detection = new DriftDetection(Workflows(100, at => at % 2 == 0 ? 85 : 73), Options);

        Assert.Equal((85, 20), (int.Parse(Find(detection, Workflows(20, _ => 85))!.Subject), Find(detection, Workflows(20, _ => 85))!.Change.Samples));
        Assert.True(Find(detection, Workflows(40, _ => 85))!.Change.Statistic > Find(detection, Workflows(20, _ => 85))!.Change.Statistic);
        Assert.Null(Find(detection, Workflows(40, at => at % 2 == 0 ? 73 : 85)));
    }

    [Fact]
    public void Too_few_workflows_on_either_side_say_nothing()
    {
        Assert.Null(Find(new(Workflows(99, _ => 85), Options), Workflows(40, _ => 73)));
        Assert.Null(Find(new(Workflows(100, _ => 85), Options), Workflows(19, _ => 73)));
        Assert.NotNull(Find(new(Workflows(100, _ => 85), Options), Workflows(20, _ => 73)));
    }

    [Fact]
    public void A_change_that_is_certain_but_small_is_no_drift()
    {
        var (reference, recent) = (Workflows(30_000, at => at % 10 == 0 ? 73 : 85), Workflows(30_000, at => at % 8 == 0 ? 73 : 85));
        var detection = new DriftDetection(reference, Options with { MostReference = 30_000, Windows = [30_000] });

        Assert.Null(Find(detection, recent));
        Assert.NotNull(Find(new(reference, Options with { MostReference = 30_000, Windows = [30_000], LeastEffect = 0.05 }), recent));
    }

    [Fact]
    public void Workflows_nobody_has_answered_do_not_count_for_labels()
    {
        var detection = new DriftDetection([.. Workflows(100, _ => 85).Select(one => one with { IsOther = false })], Options);
        List<WorkflowSample> answered = [.. Workflows(20, _ => 85).Select(one => one with { IsOther = true })];

        Assert.Null(detection.Find(DriftKind.Label, [.. Workflows(500, _ => 85), .. answered[1..]]));
        Assert.Equal("other", detection.Find(DriftKind.Label, [.. answered, .. Workflows(500, _ => 85)])!.Subject);
    }

    [Fact]
    public void Drift_is_over_when_the_share_is_back_or_nothing_is_left_to_compare()
    {
        var detection = new DriftDetection(Workflows(100, _ => 85), Options);

        Assert.False(detection.IsOver(DriftKind.Code, "73", Workflows(40, at => at < 10 ? 73 : 85)));
        Assert.True(detection.IsOver(DriftKind.Code, "73", Workflows(40, _ => 85)));
        Assert.True(detection.IsOver(DriftKind.Code, "73", Workflows(19, _ => 73)));
    }

    [Fact]
    public void It_is_said_in_a_sentence() => Assert.Equal(
        "Most jobs failed with 73: 100 % of the last 20 workflows, 0 % before.",
        Find(new(Workflows(100, _ => 85), Options), [.. Workflows(20, _ => 73)])!.Text);

    [Fact]
    public void What_models_have_learned_from_is_usual_and_the_rest_recent()
    {
        var windows = DriftWindows.Of(Workflows(300, _ => 85), DriftKind.Code, Start.AddHours(249), learnedDrift: null, Options);

        Assert.Equal((250, 50), (windows.Reference.Count, windows.Recent.Count));
    }

    [Theory]
    [InlineData(240, 100, 50)]
    [InlineData(120, 100, 170)]
    [InlineData(150, 100, 140)]
    public void After_a_learned_drift_only_what_came_since_is_usual_and_at_least_enough_to_compare(int since, int usual, int recent)
    {
        var windows = DriftWindows.Of(Workflows(300, _ => 85), DriftKind.Code, Start.AddHours(249), Start.AddHours(since), Options);

        Assert.Equal(300 - since, windows.Reference.Count + windows.Recent.Count);
        Assert.Equal(Math.Min(300 - since, Math.Max(usual, 250 - since)), windows.Reference.Count);
        Assert.InRange(windows.Recent.Count, 0, recent);
    }

    [Fact]
    public void What_is_usual_after_a_learned_drift_stays_so_however_much_comes_and_is_as_many_as_count()
    {
        List<WorkflowSample> workflows = [.. Workflows(900, _ => 85).Select((one, at) => one with { IsOther = at % 3 == 0 ? null : at % 2 == 0 })];
        DriftWindows Windows(DriftKind kind, int known) => DriftWindows.Of(workflows[..known], kind, Start.AddHours(249), Start.AddHours(240), Options);

        Assert.Equal(Windows(DriftKind.Code, 400).Reference, Windows(DriftKind.Code, 900).Reference);
        Assert.Equal(100, Windows(DriftKind.Code, 900).Reference.Count);
        Assert.Equal((100, 340), (Windows(DriftKind.Label, 900).Reference.Count, Windows(DriftKind.Label, 900).Recent.Count));
        Assert.Equal(Windows(DriftKind.Label, 400).Reference, Windows(DriftKind.Label, 900).Reference);
    }

    [Theory]
    [InlineData(130, 100)]
    [InlineData(180, 140)]
    [InlineData(240, 200)]
    [InlineData(600, 200)]
    public void What_is_usual_after_a_learned_drift_grows_until_it_is_settled_and_leaves_the_longest_window(int since, int usual)
    {
        var windows = DriftWindows.Of(Workflows(since, _ => 85), DriftKind.Code, Start.AddHours(9), Start, Options with { SettledReference = 200 });

        Assert.Equal((usual, since - usual), (windows.Reference.Count, windows.Recent.Count));
    }

    private static DriftSignal? Find(DriftDetection detection, IReadOnlyList<WorkflowSample> recent) => detection.Find(DriftKind.Code, recent);

    private static List<WorkflowSample> Workflows(int count, Func<int, int> codeOf) =>
        [.. Enumerable.Range(0, count).Select(at => new WorkflowSample(Start.AddHours(at), codeOf(at), null, null))];

    private static SiteErrorMatrix Matrix(params (int Code, string Site, long Count)[] cells) =>
        SiteErrorMatrix.Of(cells.Select(cell => new MatrixCell(cell.Code, cell.Site, Readiness.Green, cell.Count)));
}
