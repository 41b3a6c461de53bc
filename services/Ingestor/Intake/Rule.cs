using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Rules of the contract, each null when kept and otherwise a sentence naming field and value.</summary>
internal static class Rule
{
    public static string? Name(string field, string value) =>
        string.IsNullOrWhiteSpace(value) ? $"{field} is {Excerpt.Of(value)}: a name is required" : OptionalText(field, value);

    public static string? OptionalText(string field, string? value) => value switch
    {
        null => null,
        { Length: > Limits.NameCharacters } => $"{field} is {Excerpt.Of(value)}: it has {value.Length} characters, more than {Limits.NameCharacters}",
        _ when value.Any(char.IsControl) => $"{field} is {Excerpt.Of(value)}: control characters are not allowed",
        _ => null,
    };

    public static string? TaskOf(string workflow, string? task) =>
        task is null || (task.StartsWith($"/{workflow}/", StringComparison.Ordinal) && task.Length > workflow.Length + 2)
            ? null
            : $"task is {Excerpt.Of(task)}: it does not begin with {Excerpt.Of($"/{workflow}/")}";

    public static string? NotAhead(string field, DateTimeOffset? time, DateTimeOffset now) =>
        time > now + Limits.Ahead ? $"{field} is {time:O}: more than a day ahead" : null;

    public static string? Word(string field, string? value, IReadOnlyList<string> words) =>
        value is null || words.Contains(value) ? null : $"{field} is {Excerpt.Of(value)}: it must be one of {string.Join(", ", words)}";

    public static string? Count(string field, long? value) =>
        value is null or (>= 0 and <= Limits.Count) ? null : $"{field} is {value}: it must lie between 0 and {Limits.Count}";

    public static string? Positive(string field, long? value) =>
        value is null or (> 0 and <= Limits.Count) ? null : $"{field} is {value}: it must lie between 1 and {Limits.Count}";

    public static string? NotNegative(string field, double? value) =>
        value is null || (value >= 0 && double.IsFinite(value.Value)) ? null : $"{field} is {value}: it must be a number that is not negative";

    public static string? AtMost(string field, int count, int limit) =>
        count <= limit ? null : $"{field} has {count} rows, more than {limit}";

    public static IEnumerable<string?> Names(string field, IReadOnlyList<string?>? values) =>
        (values ?? []).Select((value, index) => value is null ? $"{field}[{index}] is null: a name is required" : Name($"{field}[{index}]", value));

    public static IEnumerable<string?> Texts(string field, IReadOnlyList<string?>? values) =>
        (values ?? []).Select((value, index) => value is null ? $"{field}[{index}] is null: a text is required" : null);
}
