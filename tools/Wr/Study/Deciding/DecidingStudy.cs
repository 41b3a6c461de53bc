using System.Diagnostics;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study.Deciding;

/// <summary>
/// How many later workflows could be decided without an operator, at which agreement with operators: by plans composed of
/// trees, and where the tasks are simulated by an oracle that knows how.
/// </summary>
internal static class DecidingStudy
{
    public const string OracleName = "oracle";

    /// <summary>What is decided of each task.</summary>
    public const string Question = "whole workflows: action, memory and splitting bin of every task";

    private const string Plans = "plans composed of ";
    /// <summary>The view where later reports tell nothing but what they must.</summary>
    public const string LeftOpen = ", with nothing told but errors";

    private const string OracleView = "all that the simulated operators saw";

    private static readonly IApproach[] Approaches =
    [
        new TreesApproach(MatrixViews.Tier),
        new TreesApproach(new CombinedView(MatrixViews.Tier, new ExtrasView()), TimeSpan.FromDays(180)),
    ];

    private static readonly string Split = StudySplits.NameOf(SplitKind.Time);

    /// <summary>Expected seconds, for the time left only.</summary>
    public const double Cost = 60;

    public static async Task<DecidingResult> RunAsync(TaskSet set, SimulatedHistory? history, TimeLeft left, CancellationToken cancellation)
    {
        var later = new LaterWorkflows(set);
        if (later.Obstacle is { } reason)
            return new([], [], [.. Approaches.Select(approach => new Skipped(0, Plans + approach.Name, approach.View, Question, Split, reason))]);

        // A long computation leaves no thread to the progress when it runs on the caller's.
        await Task.Yield();
        var oracle = history is null ? null : later.Oracle(history);
        var deciders = new Decider[Approaches.Length][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, deciders.Length, options, async (at, stop) =>
        {
            await Task.Yield();
            var watch = Stopwatch.StartNew();
            var (told, leftOpen) = later.Of(Approaches[at], stop);
            Decider Of(string view, PlannedWorkflows planned) =>
                Decider.Of(Plans + Approaches[at].Name, view, planned.Agreement, oracle, watch.Elapsed.TotalSeconds, later.Records) with { PlainAuroc = planned.PlainAuroc };
            deciders[at] = LooksAtErrorsAlone(Approaches[at]) ? [Of(Approaches[at].View, told)] : [Of(Approaches[at].View, told), Of(Approaches[at].View + LeftOpen, leftOpen)];
            left.Done(Cost / deciders.Length, $"row 0: whole workflows, {Approaches[at].View}");
        });
        List<Decider> all = [.. deciders.SelectMany(of => of), .. oracle is null ? Array.Empty<Decider>() : [Decider.Of(OracleName, OracleView, oracle, oracle: null, 0, later.Rows.Count)]];
        return new(all, [.. RowsOf(all, later.Constant())], []);
    }

    /// <summary>What a share is called among the metrics, such as <c>decided at 95 %</c>.</summary>
    public static string MetricAt(double agreement) => $"decided at {100 * agreement:0} %";

    private static bool LooksAtErrorsAlone(IApproach approach) => approach.View == MatrixViews.Tier.Name;

    private static IEnumerable<StudyRow> RowsOf(IEnumerable<Decider> deciders, WorkflowAgreement constant)
    {
        foreach (var decider in deciders)
        {
            foreach (var share in decider.Shares)
                yield return Row(decider, MetricAt(share.Agreement), share.Share.Estimate, constant.Curve.CoverageAt(share.Agreement));
            if (decider.PlainAuroc is { } area)
                yield return Row(decider, "AUROC of plain ACDC", area, constant: 0.5);
            if (decider.OverOracle is { } ratio)
                yield return Row(decider, $"{MetricAt(Decider.RatioLevel)} over the oracle's", ratio.Estimate, constant: null);
        }
    }

    private static StudyRow Row(Decider decider, string metric, double? value, double? constant) =>
        new(0, decider.Approach, decider.View, Question, Split, metric, Talk: null, value, Spread: null, constant, decider.Seconds, decider.Records, Seeds: 1);
}
