using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>What the intake's rules and the closed choices of words say about fields, in the terms of JSON Schema.</summary>
internal static class FieldLimits
{
    private static readonly string[] FreeTexts = ["Text", "Detail", "Reasons"];

    public static void Add(JsonObject schema, Type type, string property)
    {
        if (WordsOf(type, property) is { } words)
            schema["enum"] = Choice(words, schema["type"] is JsonArray);
        else if (property is "Sites" or "Created" && schema["items"] is JsonObject name)
            name["maxLength"] = Limits.NameCharacters;
        else if (property == nameof(WorkflowAssistanceRequested.Errors))
            schema["maxItems"] = Limits.ErrorRows;
        else if (Holds(schema, "string") && schema["format"] is null && !FreeTexts.Contains(property))
            schema["maxLength"] = Limits.NameCharacters;
        else if (RangeOf(property) is var (least, most))
            (schema["minimum"], schema["maximum"]) = (least, most);
    }

    private static IReadOnlyList<string>? WordsOf(Type type, string property) => (type.Name, property) switch
    {
        (_, "Readiness") => Words.Readiness,
        (nameof(SiteStatusChanged), "Status") => Words.SiteStatus,
        (_, "Action") => Words.Action,
        (_, "Splitting") => Words.Splitting,
        (_, "Xrootd" or "Secondary") => Words.Switch,
        (_, "Result") => Words.Result,
        (_, "Disposition") => Words.Disposition,
        (_, "Scope") => Words.Scope,
        (_, "Reason") => Words.Reason,
        (nameof(SiteChoice), "Mode") => Words.SiteMode,
        _ => null,
    };

    private static (JsonNode? Least, JsonNode? Most)? RangeOf(string property) => property switch
    {
        "Count" or "TotalJobs" or "FailedJobs" or "RecoveredJobs" or "Attempt" => (0, Limits.Count),
        "MemoryMb" or "Cores" or "Revision" => (1, Limits.Count),
        "Confidence" or "Probability" => (0, 1),
        "CpuHours" => (0, null),
        _ => null,
    };

    private static bool Holds(JsonObject schema, string type) => schema["type"] switch
    {
        JsonArray types => types.Any(t => (string?)t == type),
        var single => (string?)single == type,
    };

    private static JsonArray Choice(IReadOnlyList<string> words, bool orNull) =>
        [.. words.Select(word => (JsonNode?)word), .. orNull ? [null] : Array.Empty<JsonNode?>()];
}
