using System.Diagnostics;
using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Tells how far the study is and how long it may still take. May be told from several threads.</summary>
/// <param name="total">Expected cost of everything.</param>
/// <param name="progress">Who wants to know.</param>
internal sealed class TimeLeft(double total, IProgress<Step> progress)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private double _done;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Something is done.</summary>
    /// <param name="cost">What it was expected to cost.</param>
    /// <param name="text">What it was.</param>
    public void Done(double cost, string text)
    {
        lock (_lock)
        {
            _done += cost;
            var share = Math.Min(1, _done / total);
            var left = share > 0.02 ? $", about {Words(_watch.Elapsed * ((1 - share) / share))} left" : "";
            progress.Report(new Step(share, $"{text}{left}"));
        }
    }

    private static string Words(TimeSpan time) => time.TotalSeconds < 90 ? $"{time.TotalSeconds:0} s" : $"{time.TotalMinutes:0} min";
}
