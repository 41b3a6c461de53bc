using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Demo;

/// <summary>The demonstration: start, import, train, and live events with their recommendations.</summary>
internal sealed class DemoRun(IStage stage, DemoOptions options)
{
    // Fast enough to be over soon, slow enough that the latency is that of an event and not of a queue.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(60);

    public async Task<DemoReport> RunAsync(CancellationToken cancellation)
    {
        var (instance, history) = await StartAsync(cancellation);
        await using (instance)
        {
            Console.WriteLine($"{history.Tally.Records} records read, {history.Tally.SkippedCount} skipped; the last {history.Parts.Events.Count} tasks with errors are held back with all of their workflows.");
            var import = await ImportAsync(instance, history, cancellation);
            var training = await TrainAsync(instance, cancellation);
            var live = await new LiveRun(instance, Show).RunAsync(history.Messages, Pace, cancellation);
            var given = await GivenAnswers.ReadAsync(instance, live.Newest, cancellation);
            var rejected = await QueueLength.OfAsync(instance.InsideAddress, [Names.RejectedQueue], cancellation);
            return DemoReport.Of(history.Tally.Records, import, training, live, rejected, DemoReport.Score(history.Parts, given, live.Blinded));
        }
    }

    /// <summary>The servers start while the history is made or read.</summary>
    private Task<(RunningInstance Instance, DemoHistory History)> StartAsync(CancellationToken cancellation) => Steps.ShowAsync(async progress =>
    {
        await stage.ClearAsync(progress, cancellation);
        var history = Task.Run(() => HistoryAsync(cancellation), cancellation);
        var instance = stage.StartAsync(progress, cancellation);
        await Task.WhenAll(history, instance);
        return (await instance, await history);
    });

    // The live events keep the dates of their history: by them it is split honestly, the simulated months differ as the measured
    // ones did, and the models read the age of a request off the date in its name. Where ages are looked at, it is simulated up to
    // now instead (wr screenshots).
    private Task<DemoHistory> HistoryAsync(CancellationToken cancellation) => options.History is { } file
        ? DemoHistory.ReadAsync(new HistoryPaths(file, options.Extras, options.Logs), options.Events, cancellation)
        : DemoHistory.SimulateAsync(new SimulationOptions { Records = options.Records, Seed = options.Seed }, options.Events, stage.Folder, cancellation);

    private static async Task<TimeSpan> ImportAsync(RunningInstance instance, DemoHistory history, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await Bars.ShowAsync("import", progress => new HistoryImport(instance, progress) { Total = history.Parts.Past.Count }.RunAsync(history.Parts.Past.ToAsyncEnumerable(), cancellation));
        return history.ReadIn + watch.Elapsed;
    }

    private static async Task<TrainingOutcome> TrainAsync(RunningInstance instance, CancellationToken cancellation)
    {
        var outcome = await Bars.ShowAsync("train", progress => new TrainingRequest(instance, progress).RunAsync(cancellation));
        foreach (var line in TrainingText.Lines(outcome))
            Console.WriteLine(line);
        if (outcome.Report.Promoted)
            await ModelsInUse.UntilAsync(instance, cancellation);
        return outcome;
    }

    private void Show(WorkflowAssistanceRequested reported, HeardRecommendation heard, LiveTally tally) =>
        Console.WriteLine(RecommendationText.Lines($"{tally.Recommended,4}/{options.Events}", tally.Latencies[^1], reported, heard.Said));
}
