using System.Diagnostics;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Measures import, training, latency, throughput and memory on an instance of its own.</summary>
internal sealed class BenchRun(OwnInstance own)
{
    private const int Records = 27_000;
    private const int Events = 500;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>Numbers of all parts. Half of the events held back come at a pace, for the latency, the others at once, for the throughput.</summary>
    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        var (instance, history) = await new BenchStage(own).StartAsync(Records, 2 * Events, cancellation);
        await using (instance)
        {
            var measures = new List<Measure> { await ImportAsync(instance, history, cancellation) };
            var training = await BenchStage.TrainAsync(instance, cancellation);
            measures.Add(new Measure("training of all targets", training.Seconds, "s", 30));
            await ModelsInUse.UntilAsync(instance, cancellation);
            measures.AddRange(await LatencyAsync(instance, Part(history, paced: true), cancellation));
            measures.Add(await ThroughputAsync(instance, Part(history, paced: false), cancellation));
            foreach (var (service, megabytes, highest) in ProcessMemory.Of(own.Instance))
            {
                measures.Add(new Measure($"memory of the {service} now", megabytes, "MB", 300));
                measures.Add(new Measure($"memory of the {service} at most", highest, "MB", 300));
            }

            return measures;
        }
    }

    private static async Task<Measure> ImportAsync(RunningInstance instance, DemoHistory history, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await BenchStage.ImportAsync(instance, history, cancellation);
        var took = history.ReadIn + watch.Elapsed;
        var floor = await RawInsert.RunAsync(instance, history.Parts.Past, cancellation);
        return new Measure($"import of {history.Parts.Past.Count} records", Seconds(took), "s", 15, Seconds(floor), "the same tasks copied as JSON into a bare table");
    }

    private static async Task<IReadOnlyList<Measure>> LatencyAsync(RunningInstance instance, IReadOnlyList<OutsideMessage> messages, CancellationToken cancellation)
    {
        var live = await BenchStage.LiveAsync(instance, messages, Events, Pace, cancellation);
        var floor = await BareLoop.RunAsync(instance, Events, Pace / 10, cancellation);
        const string FloorName = "publish and consume with nothing in between";
        return
        [
            new Measure("publish to recommendation, median", Rounded(Percentile.Of(live.Latencies, 0.5)), "ms", null, Rounded(Percentile.Of(floor, 0.5)), FloorName),
            new Measure("publish to recommendation, 99 %", Rounded(Percentile.Of(live.Latencies, 0.99)), "ms", null, Rounded(Percentile.Of(floor, 0.99)), FloorName),
            new Measure("events without a recommendation", live.Lost, "events", 0),
        ];
    }

    private static async Task<Measure> ThroughputAsync(RunningInstance instance, IReadOnlyList<OutsideMessage> messages, CancellationToken cancellation)
    {
        var live = await BenchStage.LiveAsync(instance, messages, Events, TimeSpan.Zero, cancellation);
        return new Measure("events at once", Rounded(live.Recommended / live.Span.TotalSeconds), "events/s");
    }

    /// <summary>The first events with all statuses before them, or the rest.</summary>
    private static IReadOnlyList<OutsideMessage> Part(DemoHistory history, bool paced)
    {
        var half = history.Messages.Index().Where(message => message.Item.RoutingKey == Contracts.Outside.RoutingKeys.WorkflowAssistance).ElementAt(Events).Index;
        return [.. paced ? history.Messages.Take(half) : history.Messages.Skip(half)];
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 2);

    private static double Rounded(double value) => Math.Round(value, 1);
}
