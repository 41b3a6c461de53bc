using System.Diagnostics;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Temporary;

/// <summary>
/// Ends processes when the one who started them is gone, however it went: a small shell waits at a pipe whose other
/// end closes with us, then kills what the ledger names and removes the folder.
/// </summary>
internal sealed class Guard : IDisposable
{
    private const string Script = """
        trap '' INT TERM HUP
        read -r _ || true
        for note in "$1"/*.json; do
          [ -f "$note" ] || continue
          text=$(<"$note")
          [[ $text =~ \"pid\":([0-9]+),\"startTime\":([0-9]+) ]] || continue
          pid=${BASH_REMATCH[1]} start=${BASH_REMATCH[2]}
          stat=$(cat "/proc/$pid/stat" 2>/dev/null) || continue
          read -r -a fields <<<"${stat##*) }"
          if [ "${fields[19]}" = "$start" ]; then kill -9 -- "-$pid"; fi
        done
        for _ in 1 2 3 4 5; do rm -rf -- "$2" && break; sleep 1; done
        """;

    private readonly Process _process;

    public Guard(ProcessLedger ledger, string folder)
    {
        var start = new ProcessStartInfo("setsid") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in (string[])["bash", "-c", Script, "guard", ledger.Folder, folder])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new ServerException("The guard of temporary servers could not be started.");
    }

    /// <summary>Lets it do its work and waits for the end of it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(20));
        _process.Dispose();
    }
}
