using System.Diagnostics;

namespace WorkflowRecovery.Wr.Display;

/// <summary>The one clock of a command: whatever its steps are, they all tell the time since it was called.</summary>
internal static class CommandClock
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);

    /// <summary>At the beginning of a line.</summary>
    public static string Stamp => $"{Elapsed.TotalSeconds,6:0.0} s  ";

    /// <summary>Called when the program begins, so that the clock runs from there.</summary>
    public static void Begin() => _ = Start;
}
