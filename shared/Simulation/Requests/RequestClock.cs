using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Requests;

/// <summary>Spreads the records over time as the measured months have them.</summary>
internal sealed class RequestClock
{
    private readonly List<(DateTimeOffset Start, DateTimeOffset End, double UpTo)> _spans = [];

    public RequestClock(SimulationOptions options)
    {
        var total = 0.0;
        for (var start = options.From.ToUniversalTime(); start < options.To;)
        {
            var month = MonthFact.Of(start);
            var next = month.Start.AddMonths(1);
            var end = next < options.To ? next : options.To.ToUniversalTime();
            total += month.Records * ((end - start) / (next - month.Start));
            _spans.Add((start, end, total));
            start = next;
        }
    }

    /// <summary>The time by which this part of all records, from 0 to 1, has been made; whole seconds.</summary>
    public DateTimeOffset At(double part)
    {
        var sought = part * _spans[^1].UpTo;
        var index = _spans.FindIndex(span => sought < span.UpTo);
        var (start, end, upTo) = _spans[index < 0 ? ^1 : index];
        var from = index <= 0 ? 0 : _spans[index - 1].UpTo;
        var time = start + ((end - start) * Math.Min(1, (sought - from) / (upTo - from)));
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
    }
}
