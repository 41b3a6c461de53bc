using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>What parts of the bench do with an instance of their own: begin it empty, give it a past, and let events come.</summary>
/// <param name="own">The instance.</param>
internal sealed class BenchStage(OwnInstance own)
{
    /// <summary>Begins it with a simulated history, of which it knows nothing yet.</summary>
    public Task<(RunningInstance, DemoHistory)> StartAsync(int records, int events, CancellationToken cancellation) => Steps.ShowAsync(async progress =>
    {
        await own.ClearAsync(progress, cancellation);
        var instance = await own.StartAsync(progress, cancellation);
        progress.Report("simulating the history");
        return (instance, await DemoHistory.SimulateAsync(new SimulationOptions { Records = records }, events, own.Instance.Folder, cancellation));
    });

    /// <summary>Imports what is past of the history.</summary>
    public static Task ImportAsync(RunningInstance instance, DemoHistory history, CancellationToken cancellation) =>
        Bars.ShowAsync("import", progress => new HistoryImport(instance, progress) { Total = history.Parts.Past.Count }.RunAsync(history.Parts.Past.ToAsyncEnumerable(), cancellation));

    public static Task<TrainingOutcome> TrainAsync(RunningInstance instance, CancellationToken cancellation) =>
        Bars.ShowAsync("train", progress => new TrainingRequest(instance, progress).RunAsync(cancellation));

    /// <summary>Publishes messages and waits for what is recommended.</summary>
    /// <param name="instance">Where.</param>
    /// <param name="messages">What is published.</param>
    /// <param name="events">How many of them are events.</param>
    /// <param name="pace">Time between two.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<LiveTally> LiveAsync(RunningInstance instance, IReadOnlyList<OutsideMessage> messages, int events, TimeSpan pace, CancellationToken cancellation) =>
        Bars.ShowAsync("live", progress => new LiveRun(instance, (_, _, tally) => progress.Report(new Step((double)tally.Recommended / events, $"{tally.Recommended} of {events} events recommended")))
            .RunAsync(messages, pace, cancellation));
}
