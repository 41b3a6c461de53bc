using System.Diagnostics;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>
/// A training as the retrainer does it, with all candidates, all targets and all splits, on histories that grow: seconds,
/// seconds for each 1,000 records, and the most memory.
/// </summary>
internal sealed class TournamentBench(IProgress<Step> progress, CancellationToken cancellation)
{
    private const double MostGigabytes = 16;
    private const int PlainRounds = 300;
    private const string Wanted = "wanted for 27,000: 180 s on two processors that do nothing else";

    private static readonly TournamentOptions Options = new() { Threads = Environment.ProcessorCount, OtherSplits = true };

    public static async Task<IReadOnlyList<Measure>> RunAsync(IReadOnlyList<int> sizes, CancellationToken cancellation)
    {
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync([DebianPackage.XgBoost], progress, cancellation);
            return true;
        });
        return await Bars.ShowAsync("tournament", progress => Task.Run(
            IReadOnlyList<Measure> () => [.. sizes.SelectMany(new TournamentBench(progress, cancellation).Of)], cancellation));
    }

    private IReadOnlyList<Measure> Of(int records)
    {
        progress.Report(new Step(0, $"simulating {records} records"));
        ProcessMemory.ForgetHighest();
        var tasks = SimulatedExamples.Of(records);
        var seconds = SecondsOf(() =>
        {
            using var result = Tournament.Run(tasks, Options, new Told(progress, records), cancellation);
        });
        var gigabytes = Math.Round(ProcessMemory.Highest() / 1024, 2);
        progress.Report(new Step(1, $"{records} records: the floor"));
        var plain = SecondsOf(() => TrainPlainly(tasks));
        return
        [
            new($"tournament on {records} records ({Wanted})", seconds, "s", null, plain, $"{PlainRounds} rounds of trees for the action, on the matrix alone"),
            new($"tournament on {records} records, for each 1,000", Math.Round(1000 * seconds / records, 3), "s"),
            new($"tournament on {records} records, memory at most", gigabytes, "GB", MostGigabytes),
        ];
    }

    private void TrainPlainly(IReadOnlyList<RecordedTask> tasks)
    {
        var lesson = Lesson.Of(new(tasks), RecoveryTargets.Action, Enumerable.Range(0, tasks.Count), [], Options.Seed, Options.Threads);
        var settled = new Settled(PlainRounds, TemperatureScaling.None, HalfLives.Ever, LogLoss: 0);
        using var model = new TreesApproach(MatrixViews.Tier).Fit(lesson, lesson.Train, settled, cancellation);
    }

    private static double SecondsOf(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return Math.Round(watch.Elapsed.TotalSeconds, 1);
    }

    private sealed class Told(IProgress<Step> progress, int records) : IProgress<TournamentProgress>
    {
        public void Report(TournamentProgress value) => progress.Report(new Step(value.Done, $"{records} records, {value.Target}: {value.Stage}"));
    }
}
