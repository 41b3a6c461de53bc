using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Errors;

/// <summary>What a small line shows, in words.</summary>
internal static class Trend
{
    public static string Of(IReadOnlyList<long> perDay)
    {
        var (most, last) = (perDay.DefaultIfEmpty(0).Max(), perDay.TakeLast(7).Sum());
        var before = perDay.SkipLast(7).TakeLast(7).Sum();
        var way = last > before ? "more than" : last < before ? "fewer than" : "as many as";
        return $"failed jobs per day of {perDay.Count} days: at most {Wording.Count(most)}; {Wording.Count(last)} in the last 7, {way} the {Wording.Count(before)} of the 7 before";
    }
}
