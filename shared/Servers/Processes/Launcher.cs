using System.Diagnostics;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>
/// Starts processes that outlive the one who starts them: own session, no inherited files, output into a file.
/// </summary>
public static class Launcher
{
    // The shell writes itself into the ledger and then becomes the program (same number, same start time), so that
    // not even a crash of the starter at the worst moment leaves a process that nobody knows. Inherited files are
    // closed because a lock or a pipe of the caller would otherwise stay open as long as the server runs.
    private const string Script = """
        set -eu
        umask 077
        note=$1 log=$2 name=$3; shift 3
        exec </dev/null >>"$log" 2>&1
        for fd in /proc/$$/fd/*; do fd=${fd##*/}; if [ "$fd" -gt 2 ]; then eval "exec $fd>&-"; fi; done
        read -r -a stat </proc/$$/stat
        printf '{"name":"%s","pid":%d,"startTime":%s}\n' "$name" "$$" "${stat[21]}" >"$note.new"
        mv "$note.new" "$note"
        exec "$@"
        """;

    private static readonly TimeSpan NotedWithin = TimeSpan.FromSeconds(60);

    /// <summary>Starts a process and returns as soon as it is written down.</summary>
    /// <exception cref="ServerException">It could not be started.</exception>
    public static ProcessStamp Start(Launch launch)
    {
        using var process = Begin(launch);
        var stamp = StampOf(process, launch.Name) ?? throw new ServerException($"{launch.Name} ended at once.{LogTail.Of(launch.LogFile)}");
        SpinWait.SpinUntil(() => launch.Ledger.Find(launch.Name) == stamp || !stamp.IsAlive(), NotedWithin);
        return stamp;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="ServerException">It ended with another code than 0; the message has the end of its log.</exception>
    public static async Task RunAsync(Launch launch, CancellationToken cancellation)
    {
        using var process = Begin(launch);
        var stamp = StampOf(process, launch.Name);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            if (stamp is not null)
                Ending.Kill(stamp);
            launch.Ledger.Forget(launch.Name);
        }

        if (process.ExitCode != 0)
            throw new ServerException($"{launch.Name} ended with code {process.ExitCode}.{LogTail.Of(launch.LogFile)}");
    }

    private static Process Begin(Launch launch)
    {
        Directory.CreateDirectory(launch.Ledger.Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(launch.LogFile)!);
        var start = new ProcessStartInfo("setsid") { UseShellExecute = false, WorkingDirectory = launch.WorkingFolder };
        foreach (var argument in (string[])["bash", "-c", Script, "launch", launch.Ledger.PathOf(launch.Name), launch.LogFile, launch.Name, .. launch.Command])
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in launch.Environment)
            start.Environment[key] = value;
        return Process.Start(start) ?? throw new ServerException($"{launch.Name} could not be started.");
    }

    // setsid and the shell replace themselves, so the number .NET knows is the number of the program.
    private static ProcessStamp? StampOf(Process process, string name) =>
        ProcTable.Read(process.Id) is { } entry ? new ProcessStamp(name, entry.Pid, entry.StartTime) : null;
}
