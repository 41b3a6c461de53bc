namespace WorkflowRecovery.Servers.Processes;

/// <summary>
/// A process that was started here. The start time tells it from a later process that got the same number.
/// </summary>
/// <param name="Name">What runs in it, e.g. <c>postgres</c> or <c>scorer</c>.</param>
/// <param name="Pid">Process number.</param>
/// <param name="StartTime">Clock ticks since boot, field 22 of <c>/proc/&lt;pid&gt;/stat</c> (proc(5)).</param>
public sealed record ProcessStamp(string Name, int Pid, long StartTime)
{
    /// <summary>Whether this very process still runs; one that ended and waits to be collected does not.</summary>
    public bool IsAlive() => ProcTable.Read(Pid) is { IsOver: false } entry && entry.StartTime == StartTime;
}
