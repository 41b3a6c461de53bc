using System.Collections.Immutable;
using System.Diagnostics;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>An epoch of the talk's 4 x 50 network, beside PyTorch's.</summary>
internal sealed class EpochBench(TorchEpoch torch)
{
    private const double TimesTorch = 0.5;
    private const int Turns = 4;
    private const int FilledColumns = 6;

    private static readonly EpochSize Size = new(Rows: 27_000, Columns: 148, Batch: 500, Epochs: 6, Environment.ProcessorCount);

    /// <summary>
    /// The two take turns, so that what else runs on the machine slows both. Of ours the median counts, of PyTorch the
    /// fastest turn, with threads that wait in one way or the other.
    /// </summary>
    public async Task<Measure> RunAsync(CancellationToken cancellation)
    {
        var sample = Sample();
        var (ours, theirs) = (new List<double>(), new List<double>());
        var words = "";
        for (var turn = 0; turn < Turns; turn++)
        {
            ours.AddRange(Epochs(sample, cancellation));
            (var milliseconds, words) = await torch.MeasureAsync(Size, yields: turn % 2 == 0, cancellation);
            if (milliseconds is { } measured)
                theirs.Add(measured);
        }

        return new Measure($"epoch of a 4 x 50 network on {Size.Rows} x {Size.Columns}, median", Rounding.Milliseconds(ours, 0.5), "ms")
        {
            Floor = theirs.Count == 0 ? null : Math.Round(theirs.Min(), 2),
            FloorName = words,
            TargetTimesFloor = TimesTorch,
        };
    }

    private static IEnumerable<double> Epochs(NetworkSample sample, CancellationToken cancellation)
    {
        var ends = new Ends();
        var options = new NetworkOptions { Epochs = Size.Epochs + 1, BatchSize = Size.Batch, Threads = Size.Threads };
        NetworkTrainer.Train(NetworkDesign.Dense(Size.Columns, [50, 50, 50, 50], Activation.Relu, 2), sample, watched: null, options, ends, cancellation);
        return ends.Between();
    }

    /// <summary>The rows that the script for PyTorch makes as well: some columns filled, and a class that follows from three of them.</summary>
    private static NetworkSample Sample()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, Size.Rows).Select(_ => Row(random)).ToList();
        return new([new SparseRows(rows)], [.. rows.Select(row => row[0] + row[1] > row[2] ? 1 : 0)], [.. rows.Select(_ => 1.0)]);
    }

    private static SparseVector Row(Random random)
    {
        var columns = new SortedSet<int>();
        while (columns.Count < FilledColumns)
            columns.Add(random.Next(Size.Columns));
        return new([.. columns], [.. columns.Select(_ => random.Next(1, 51) / 10f)], Size.Columns);
    }

    /// <summary>When each epoch ended. The first one warms up, the others lie between two ends.</summary>
    private sealed class Ends : IProgress<EpochProgress>
    {
        private readonly List<long> _ends = [];

        public void Report(EpochProgress value) => _ends.Add(Stopwatch.GetTimestamp());

        public IEnumerable<double> Between() => _ends.Zip(_ends.Skip(1), (begin, end) => Stopwatch.GetElapsedTime(begin, end).TotalMilliseconds);
    }
}
