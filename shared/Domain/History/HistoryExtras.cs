using System.Globalization;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Reads the file that goes beside the recorded actions: per task <c>reportedAt</c>, <c>campaign</c>, <c>totalJobs</c>,
/// <c>memoryMb</c> and <c>cores</c>, all optional.
/// </summary>
public static class HistoryExtras
{
    /// <summary>The extras by task path. What cannot be read is left out and told to <paramref name="note"/>.</summary>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static async Task<IReadOnlyDictionary<string, TaskExtras>> ReadAsync(
        Stream stream, Action<string> note, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        var extras = new Dictionary<string, TaskExtras>();
        await SideFile.ReadAsync(stream, extras, Read, note, cancellation);
        return extras;
    }

    private static TaskExtras? Read(ref Utf8JsonReader reader, ReadingNotes notes)
    {
        if (!JsonValues.IsObject(ref reader, "the entry", notes))
            return null;

        var extras = new TaskExtras();
        while (JsonValues.TryNextMember(ref reader, out var name))
            extras = With(extras, name, JsonValues.ReadText(ref reader), notes);

        return extras;
    }

    private static TaskExtras With(TaskExtras extras, string name, string? text, ReadingNotes notes)
    {
        if (string.IsNullOrWhiteSpace(text))
            return extras;

        switch (name)
        {
            case "reportedAt" when TryTime(text, out var reportedAt):
                return extras with { ReportedAt = reportedAt };
            case "campaign" when text.Length <= Limits.NameCharacters:
                return extras with { Campaign = text.Trim() };
            case "totalJobs" when long.TryParse(text, NumberStyles.None, null, out var jobs) && jobs <= Limits.Count:
                return extras with { TotalJobs = jobs };
            case "memoryMb" when ParameterWords.TryMemoryMb(text, out var memoryMb):
                return extras with { MemoryMb = memoryMb };
            case "cores" when ParameterWords.TryCores(text, out var cores):
                return extras with { Cores = cores };
            case "reportedAt" or "campaign" or "totalJobs" or "memoryMb" or "cores":
                notes.Add($"{name} {ReadingNotes.Show(text)} is not understood: left out");
                return extras;
            default:
                return extras;
        }
    }

    private static bool TryTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
