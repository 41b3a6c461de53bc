using System.Text.Json.Serialization;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>What one who reports is answered.</summary>
internal sealed record ReportAnswer
{
    [JsonPropertyName("valid_key")]
    public bool ValidKey { get; init; }

    [JsonPropertyName("valid_format")]
    public bool ValidFormat { get; init; }

    /// <summary>Workflows of which something was served and not reported yet.</summary>
    [JsonPropertyName("success")]
    public IReadOnlyList<string> Success { get; init; } = [];

    [JsonPropertyName("already_reported")]
    public IReadOnlyList<string> AlreadyReported { get; init; } = [];

    /// <summary>Workflows of which nothing was ever served.</summary>
    [JsonPropertyName("does_not_exist")]
    public IReadOnlyList<string> DoesNotExist { get; init; } = [];

    /// <param name="workflows">Those that are reported.</param>
    /// <param name="told">All that was served of them.</param>
    public static ReportAnswer Of(IEnumerable<string> workflows, ILookup<string, ServedOrderRow> told)
    {
        var known = workflows.Distinct(StringComparer.Ordinal).ToLookup(workflow =>
            !told.Contains(workflow) ? nameof(DoesNotExist)
            : told[workflow].Any(order => order.ReportedAt is null) ? nameof(Success) : nameof(AlreadyReported));
        return new()
        {
            ValidKey = true,
            ValidFormat = true,
            Success = [.. known[nameof(Success)]],
            AlreadyReported = [.. known[nameof(AlreadyReported)]],
            DoesNotExist = [.. known[nameof(DoesNotExist)]],
        };
    }
}
