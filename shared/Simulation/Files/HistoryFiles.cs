using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkflowRecovery.Simulation.Files;

/// <summary>
/// Writes simulated tasks as the files that an import reads: the recorded actions in the format of the CMS console with
/// the irregularities of real dumps in it, and beside them what that format has no room for.
/// </summary>
public static class HistoryFiles
{
    private const int FlushBytes = 1 << 16;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the files; the streams stay open. Equal tasks give equal bytes.</summary>
    /// <param name="tasks">What to write, in this order.</param>
    /// <param name="history">Takes the recorded actions (<c>actionshistory</c>).</param>
    /// <param name="extras">Takes report time, campaign, jobs, memory and cores by task; null: not wanted.</param>
    /// <param name="logs">Takes <c>[code, site, text]</c> rows by task; null: not wanted.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">A stream fails.</exception>
    public static async Task WriteAsync(
        IEnumerable<SimulatedTask> tasks, Stream history, Stream? extras = null, Stream? logs = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(history);
        (Stream? Stream, Action<Utf8JsonWriter, SimulatedTask> Write)[] wanted =
            [(history, RecordedAction.Write), (extras, WriteExtras), (logs, WriteLogs)];
        var files = wanted
            .Where(file => file.Stream is not null)
            .Select(file => (Json: new Utf8JsonWriter(file.Stream!, Plain), file.Write))
            .ToArray();
        try
        {
            await WriteAsync(tasks, files, cancellation);
        }
        finally
        {
            foreach (var (json, _) in files)
                await json.DisposeAsync();
        }
    }

    private static async Task WriteAsync(
        IEnumerable<SimulatedTask> tasks, (Utf8JsonWriter Json, Action<Utf8JsonWriter, SimulatedTask> Write)[] files, CancellationToken cancellation)
    {
        foreach (var (json, _) in files)
            json.WriteStartObject();
        foreach (var task in tasks)
        {
            foreach (var (json, write) in files)
            {
                json.WritePropertyName(task.Task);
                write(json, task);
                if (json.BytesPending > FlushBytes)
                    await json.FlushAsync(cancellation);
            }
        }

        foreach (var (json, _) in files)
            json.WriteEndObject();
    }

    private static void WriteExtras(Utf8JsonWriter json, SimulatedTask task)
    {
        json.WriteStartObject();
        json.WriteString("reportedAt", task.ReportedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("campaign", task.Campaign);
        json.WriteNumber("totalJobs", task.TotalJobs);
        json.WriteNumber("memoryMb", task.MemoryMb);
        json.WriteNumber("cores", task.Cores);
        json.WriteEndObject();
    }

    private static void WriteLogs(Utf8JsonWriter json, SimulatedTask task)
    {
        json.WriteStartArray();
        foreach (var log in task.Logs)
        {
            json.WriteStartArray();
            json.WriteNumberValue(log.Code);
            json.WriteStringValue(log.Site);
            json.WriteStringValue(log.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
