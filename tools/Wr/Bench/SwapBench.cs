using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Models;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Whether an event waits, or is lost, while two sets of models take turns at being the active one.</summary>
internal sealed class SwapBench(OwnInstance own)
{
    private const int Records = 8_000;
    private const int Rounds = 3;
    private const int Events = 160;
    private const int Cold = 10;
    private const double Target = 100;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private int _swaps;

    public static async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench-swap");
        try
        {
            return await new SwapBench(own).MeasureAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }
    }

    private async Task<IReadOnlyList<Measure>> MeasureAsync(CancellationToken cancellation)
    {
        var (instance, history) = await new BenchStage(own).StartAsync(Records, 2 * Rounds * Events, cancellation);
        await using (instance)
        {
            await BenchStage.ImportAsync(instance, history, cancellation);
            Guid[] sets = [(await BenchStage.TrainAsync(instance, cancellation)).RunId, (await BenchStage.TrainAsync(instance, cancellation)).RunId];
            await ModelsInUse.UntilAsync(instance, cancellation);
            var (calm, swapped) = (new List<LiveTally>(), new List<LiveTally>());
            foreach (var parts in PartsOf(history.Messages).Chunk(2))
            {
                calm.Add(await LiveAsync(instance, parts[0], cancellation));
                swapped.Add(await SwappedAsync(instance, sets, parts[1], cancellation));
            }

            return Measures(calm, swapped);
        }
    }

    /// <summary>With and without swaps take turns, so that what else runs on the machine slows both.</summary>
    private static IEnumerable<IReadOnlyList<OutsideMessage>> PartsOf(IReadOnlyList<OutsideMessage> messages)
    {
        var ends = messages.Index().Where(message => message.Item.RoutingKey == RoutingKeys.WorkflowAssistance).Select(message => message.Index + 1).ToList();
        for (var (part, begin) = (1, 0); part <= 2 * Rounds; part++)
        {
            var end = ends[(part * Events) - 1];
            yield return [.. messages.Skip(begin).Take(end - begin)];
            begin = end;
        }
    }

    private async Task<LiveTally> SwappedAsync(RunningInstance instance, Guid[] sets, IReadOnlyList<OutsideMessage> messages, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var swapping = SwapAsync(instance, sets, stop.Token);
        var live = await LiveAsync(instance, messages, cancellation);
        await stop.CancelAsync();
        await swapping;
        return live;
    }

    private async Task SwapAsync(RunningInstance instance, Guid[] sets, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = sets[++_swaps % sets.Length];
            await new MoveRequest(instance).RunAsync(new ModelMoveRequested(Guid.NewGuid(), ModelMoves.Promote, next, "wr bench", "to see what a swap costs"), CancellationToken.None);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private static Task<LiveTally> LiveAsync(RunningInstance instance, IReadOnlyList<OutsideMessage> messages, CancellationToken cancellation) =>
        BenchStage.LiveAsync(instance, messages, Events, Pace, cancellation);

    private IReadOnlyList<Measure> Measures(List<LiveTally> calm, List<LiveTally> swapped)
    {
        const string FloorName = "the same without swaps";
        return
        [
            new($"longest wait of an event beyond the median, while models are swapped {_swaps} times", LongestOf(swapped), "ms", Target, LongestOf(calm), FloorName),
            new("publish to recommendation while models are swapped, median", MedianOf(swapped), "ms", null, MedianOf(calm), FloorName),
            new("events without a recommendation while models are swapped", swapped.Sum(live => live.Lost), "events", 0, calm.Sum(live => live.Lost), FloorName),
            new("swaps that show between one answer and the next", swapped.Sum(ChangesOf), "swaps"),
        ];
    }

    private static double LongestOf(List<LiveTally> runs) => Rounding.Milliseconds([Times(runs).Max() - Percentile.Of(Times(runs), 0.5)], 1);

    private static double MedianOf(List<LiveTally> runs) => Rounding.Milliseconds(Times(runs), 0.5);

    /// <summary>The first events of a run find the services cold.</summary>
    private static List<double> Times(List<LiveTally> runs) => [.. runs.SelectMany(live => live.Latencies.Skip(Cold))];

    private static int ChangesOf(LiveTally live)
    {
        var versions = live.Newest.Values.OrderBy(heard => heard.At)
            .Select(heard => heard.Said.Models.FirstOrDefault(model => model.Target == "action")?.Version)
            .OfType<int>().ToList();
        return versions.Zip(versions.Skip(1)).Count(pair => pair.First != pair.Second);
    }
}
