using System.Diagnostics;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>Waits for a process by asking it in its own protocol.</summary>
internal static class Waiting
{
    public static async Task UntilReadyAsync(
        ProcessStamp process, string logFile, TimeSpan limit, Func<CancellationToken, Task<bool>> isReady, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (!await isReady(cancellation))
        {
            if (!process.IsAlive())
                throw new ServerException($"{process.Name} ended while it was starting.{LogTail.Of(logFile)}");
            if (watch.Elapsed > limit)
                throw new ServerException($"{process.Name} was not ready after {limit.TotalSeconds:0} s.{LogTail.Of(logFile)}");
            await Task.Delay(100, cancellation);
        }
    }
}
