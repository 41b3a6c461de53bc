using System.Diagnostics;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>The console's <c>actionshistory</c> of a whole history, on an instance of its own: seconds, and what it adds to the console's memory.</summary>
internal sealed class ActionsHistoryBench(OwnInstance own)
{
    private const int Records = 27_000;
    private const int Runs = 3;
    private const double TargetSeconds = 5;
    private const double TargetMegabytes = 64;

    /// <summary>The same rows as bytes, without making them text: the answer and the floor are read by the same program.</summary>
    private const string Floor =
        """
        copy (select a.*, m.cells from ingestor.recorded_action a join featurizer.event_matrix m on m.task = a.task order by a.task) to stdout (format binary)
        """;

    public static async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench-history");
        try
        {
            return await new ActionsHistoryBench(own).MeasureAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }
    }

    private async Task<IReadOnlyList<Measure>> MeasureAsync(CancellationToken cancellation)
    {
        await using var instance = await StartAsync(cancellation);
        using var client = new HttpClient { BaseAddress = instance.Console ?? throw new ServerException("There is no console."), Timeout = TimeSpan.FromMinutes(5) };
        // The first call pays for what every later one finds ready.
        await CallAsync(client, cancellation);
        var before = HighestMemory();
        var (ours, floor, bytes) = (new List<double>(), new List<double>(), 0L);
        for (var run = 0; run < Runs; run++)
        {
            var (seconds, length) = await CallAsync(client, cancellation);
            (bytes, var raw) = (length, await CopyAsync(instance, cancellation));
            ours.Add(seconds);
            floor.Add(raw);
        }

        return
        [
            new($"actionshistory of {Records} records, {bytes / 1_000_000} MB", Median(ours), "s", TargetSeconds, Median(floor), "the same rows copied out of the database as they are"),
            new($"memory that {Runs} more calls add to the console at most", Math.Round(HighestMemory() - before, 1), "MB", TargetMegabytes),
        ];
    }

    private async Task<RunningInstance> StartAsync(CancellationToken cancellation)
    {
        var (instance, history) = await Steps.ShowAsync(async progress =>
        {
            await own.ClearAsync(progress, cancellation);
            var started = await own.StartAsync(progress, cancellation);
            progress.Report("simulating the history");
            return (started, await DemoHistory.SimulateAsync(new SimulationOptions { Records = Records }, 1, own.Instance.Folder, cancellation));
        });
        await Bars.ShowAsync("import", progress => new HistoryImport(instance, progress) { Total = history.Parts.Past.Count }.RunAsync(history.Parts.Past.ToAsyncEnumerable(), cancellation));
        return instance;
    }

    private double HighestMemory() => ProcessMemory.Of(own.Instance).Single(process => process.Service == "console").Highest;

    private static async Task<(double Seconds, long Bytes)> CallAsync(HttpClient client, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var answer = await client.GetStreamAsync(new Uri("/actionshistory", UriKind.Relative), cancellation);
        var bytes = await DrainAsync(answer, cancellation);
        return (watch.Elapsed.TotalSeconds, bytes);
    }

    private static async Task<double> CopyAsync(RunningInstance instance, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await instance.Database.OpenConnectionAsync(cancellation);
        await using var rows = await connection.BeginRawBinaryCopyAsync(Floor, cancellation);
        await DrainAsync(rows, cancellation);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> DrainAsync(Stream stream, CancellationToken cancellation)
    {
        var (part, total, got) = (new byte[1 << 16], 0L, 0);
        while ((got = await stream.ReadAsync(part, cancellation)) > 0)
            total += got;
        return total;
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 2);
}
