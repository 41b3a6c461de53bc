using System.IO.Compression;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Files;
using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Simulate;

/// <summary>Writes simulated tasks to files; a name that ends in <c>.gz</c> is compressed.</summary>
internal static class SimulatedFiles
{
    public static async Task WriteAsync(IEnumerable<SimulatedTask> tasks, HistoryPaths paths, CancellationToken cancellation)
    {
        await using var history = Create(paths.History);
        await using var extras = paths.Extras is null ? null : Create(paths.Extras);
        await using var logs = paths.Logs is null ? null : Create(paths.Logs);
        await HistoryFiles.WriteAsync(tasks, history, extras, logs, cancellation);
    }

    private static Stream Create(string path)
    {
        var file = File.Create(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }
}
