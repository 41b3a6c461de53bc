namespace WorkflowRecovery.Rules.Reading;

/// <summary>What single fields must keep to; what is wrong comes out as sentences naming field and value.</summary>
internal static class Field
{
    private const int LongestText = 500;
    private const int MostEntries = 1000;
    private const int MostCharactersShown = 80;

    public static IEnumerable<string> Text(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield return $"{field} is {Shown(value)}: a text is required";
        else if (value.Length > LongestText)
            yield return $"{field} has {value.Length} characters, more than {LongestText}";
        else if (value.Any(char.IsControl))
            yield return $"{field} is {Shown(value)}: control characters are not allowed";
    }

    public static IEnumerable<string> Word(string field, string? value, IReadOnlyList<string> words) =>
        value is null || words.Contains(value) ? [] : [$"{field} is {Shown(value)}: it must be one of {string.Join(", ", words)}"];

    public static IEnumerable<string> Between(string field, long? value, long least, long most) =>
        value is null || (value >= least && value <= most) ? [] : [$"{field} is {value}: it must lie between {least} and {most}"];

    /// <summary>A list, where there is one, of some good entries.</summary>
    public static IEnumerable<string> List<T>(string field, IReadOnlyList<T>? values, Func<string, T, IEnumerable<string>> check) => values switch
    {
        null => [],
        { Count: 0 } => [$"{field} is empty: leave it out, or say which"],
        { Count: > MostEntries } => [$"{field} has {values.Count} entries, more than {MostEntries}"],
        _ => values.SelectMany((value, index) => check($"{field}[{index}]", value)),
    };

    public static string Shown(string? value) =>
        value is null ? "null" : $"'{string.Concat(value.Take(MostCharactersShown).Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : $"{letter}"))}'";
}
