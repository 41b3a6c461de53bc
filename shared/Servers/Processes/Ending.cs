using System.Diagnostics;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>Ends processes: only those whose number and start time are the ones that were written down.</summary>
public static class Ending
{
    /// <summary>Asks a process to end, waits, and kills what is left of it and of the processes it started.</summary>
    /// <param name="stamp">The process.</param>
    /// <param name="grace">How long it may take to end by itself.</param>
    /// <param name="cancellation">Ends the waiting; what was asked to end is then killed.</param>
    public static async Task EndAsync(ProcessStamp stamp, TimeSpan grace, CancellationToken cancellation = default)
    {
        var family = FamilyOf(stamp);
        if (stamp.IsAlive())
            Signals.Send(stamp.Pid, PoliteSignal(stamp.Name));
        try
        {
            await WaitUntilOverAsync([stamp, .. family], grace, cancellation);
        }
        finally
        {
            foreach (var rest in (ProcessStamp[])[stamp, .. family])
                KillOne(rest);
        }
    }

    /// <summary>Kills a process (SIGKILL) with all processes it started.</summary>
    public static void Kill(ProcessStamp stamp)
    {
        var family = FamilyOf(stamp);
        KillOne(stamp);
        foreach (var member in family)
            KillOne(member);
        SpinWait.SpinUntil(() => !stamp.IsAlive() && !family.Any(member => member.IsAlive()), TimeSpan.FromSeconds(60));
    }

    // "Fast shutdown" of Postgres is SIGINT; its SIGTERM would wait for every client to leave.
    private static int PoliteSignal(string name) => name == "postgres" ? Signals.Interrupt : Signals.Terminate;

    private static void KillOne(ProcessStamp stamp)
    {
        if (stamp.IsAlive())
            Signals.Send(stamp.Pid, Signals.Kill);
    }

    // A number stays reserved while a session bears it: when the leader is gone, what has its session is still ours;
    // when another process has the number, nothing of ours can be left.
    private static List<ProcessStamp> FamilyOf(ProcessStamp stamp)
    {
        var leader = ProcTable.Read(stamp.Pid);
        return leader is not null && leader.StartTime != stamp.StartTime
            ? []
            : [.. ProcTable.Family(stamp.Pid).Select(entry => new ProcessStamp(stamp.Name, entry.Pid, entry.StartTime))];
    }

    private static async Task WaitUntilOverAsync(ProcessStamp[] stamps, TimeSpan grace, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < grace && stamps.Any(stamp => stamp.IsAlive());)
            await Task.Delay(20, cancellation);
    }
}
