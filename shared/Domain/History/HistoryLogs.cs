using System.Globalization;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.History;

/// <summary>The text that jobs of one task left for one error code at one site.</summary>
/// <param name="Code">Error code.</param>
/// <param name="Site">Site name without surrounding white space.</param>
/// <param name="Text">The text.</param>
public sealed record TaskLog(int Code, string Site, string Text);

/// <summary>Reads the file of logs beside the recorded actions: per task a list of <c>[code, site, text]</c>.</summary>
public static class HistoryLogs
{
    /// <summary>The logs by task path. What cannot be read is left out and told to <paramref name="note"/>.</summary>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<TaskLog>>> ReadAsync(
        Stream stream, Action<string> note, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        var logs = new Dictionary<string, IReadOnlyList<TaskLog>>();
        await SideFile.ReadAsync(stream, logs, Read, note, cancellation);
        return logs;
    }

    private static IReadOnlyList<TaskLog>? Read(ref Utf8JsonReader reader, ReadingNotes notes)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            notes.Add("the entry is not a list: left out");
            return null;
        }

        var logs = new List<TaskLog>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadLog(ref reader) is { } log)
                logs.Add(log);
            else
                notes.Add("a row is not [code, site, text]: left out");
        }

        return logs;
    }

    private static TaskLog? ReadLog(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var parts = new List<string?>(3);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            parts.Add(JsonValues.ReadText(ref reader));

        return parts is [{ } code, { } site, { } text]
            && int.TryParse(code, NumberStyles.AllowLeadingSign, null, out var number)
            && site.Length <= Limits.NameCharacters
                ? new(number, SiteCatalogue.Normalize(site), text)
                : null;
    }
}
