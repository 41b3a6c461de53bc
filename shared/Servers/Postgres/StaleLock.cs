using System.Diagnostics;
using System.Globalization;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Postgres;

/// <summary>
/// Removes the lock file of a Postgres that was killed and that nobody has collected yet. Postgres takes such a
/// process for a running one and refuses to start; in a container whose first process collects nothing, for ever.
/// </summary>
internal static class StaleLock
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task ClearAsync(string data, CancellationToken cancellation)
    {
        var file = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
            return;
        if (ProcTable.Read(pid) is not { IsOver: true })
            return;
        // Without the file Postgres does not see the killed one's children, which may still write: wait for their end.
        for (var watch = Stopwatch.StartNew(); ProcTable.WorksIn(data); await Task.Delay(50, cancellation))
        {
            if (watch.Elapsed > Limit)
                throw new ServerException($"Processes of a killed Postgres still work in {data}.");
        }

        File.Delete(file);
    }
}
