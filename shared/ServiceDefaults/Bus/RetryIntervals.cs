namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>When a message that failed is tried again: soon at first, then every half minute.</summary>
internal static class RetryIntervals
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Intervals, doubling from 100 ms to half a minute, that together last <paramref name="total"/>.</summary>
    public static TimeSpan[] Over(TimeSpan total)
    {
        var intervals = new List<TimeSpan>();
        var sum = TimeSpan.Zero;
        for (var next = TimeSpan.FromMilliseconds(100); sum < total; next = next * 2 < Longest ? next * 2 : Longest)
        {
            intervals.Add(next);
            sum += next;
        }

        return [.. intervals];
    }
}
