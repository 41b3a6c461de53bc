using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Writes the format that <see cref="ActionsHistoryReader"/> reads, record by record; equal records in equal order give
/// equal bytes. Disposing ends the file and leaves the stream open.
/// </summary>
/// <remarks>The format knows good and bad sites only: of the readiness, nothing but green or not is kept.</remarks>
public sealed class ActionsHistoryWriter : IAsyncDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the file.</summary>
    public ActionsHistoryWriter(Stream stream)
    {
        _json = new(stream);
        _json.WriteStartObject();
    }

    /// <summary>Writes one record.</summary>
    /// <exception cref="IOException">The stream fails.</exception>
    public async Task WriteAsync(HistoryRecord record, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        _json.WriteStartObject(record.Task);
        WriteParameters(record);
        _json.WriteStartObject("errors");
        WriteSide("good_sites", record.Matrix.Cells.Where(cell => cell.Readiness.IsGood()));
        WriteSide("bad_sites", record.Matrix.Cells.Where(cell => !cell.Readiness.IsGood()));
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes)
            await _json.FlushAsync(cancellation);
    }

    /// <summary>Ends the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _json.WriteEndObject();
        await _json.DisposeAsync();
    }

    private void WriteParameters(HistoryRecord record)
    {
        var action = record.Action;
        _json.WriteStartObject("parameters");
        _json.WriteString("action", action.Kind.ToName());
        if (record.ParametersGiven)
        {
            // As the console's form sends them: every field, the empty ones as empty text.
            _json.WriteString("memory", $"{action.MemoryMb}");
            _json.WriteString("splitting", action.Splitting ?? "");
            _json.WriteString("xrootd", SwitchOf(action.Xrootd));
            WriteSites(record);
            _json.WriteString("cores", $"{action.Cores}");
            _json.WriteString("secondary", SwitchOf(action.Secondary));
        }

        _json.WriteEndObject();
    }

    private void WriteSites(HistoryRecord record)
    {
        if (!record.SitesGiven)
        {
            _json.WriteString("sites", "");
            return;
        }

        _json.WriteStartArray("sites");
        foreach (var site in record.Action.Sites)
            _json.WriteStringValue(site);
        _json.WriteEndArray();
    }

    private void WriteSide(string side, IEnumerable<MatrixCell> cells)
    {
        _json.WriteStartObject(side);
        foreach (var code in cells.GroupBy(cell => cell.Code))
        {
            _json.WriteStartObject($"{code.Key}");
            foreach (var site in code.GroupBy(cell => cell.Site))
                _json.WriteNumber(site.Key, site.Sum(cell => cell.Count));
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private static string SwitchOf(bool? on) => on switch
    {
        true => "enabled",
        false => "disabled",
        null => "",
    };
}
