using System.Text.Json;

namespace WorkflowRecovery.Rules.Reading;

/// <summary>Says in a sentence why a file could not be read, naming rule and field.</summary>
internal static class UnreadableRules
{
    public static string Explain(JsonException unreadable, ReadOnlySpan<byte> json)
    {
        var path = unreadable.Path?.TrimStart('$', '.') ?? "";
        using var document = Parse(json);
        if (document is null)
            return $"the file is not JSON: {Plain(unreadable.Message)}";

        string[] place = NameOf(document.RootElement, path) is { } name
            ? [$"rule {Field.Shown(name)}", path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.')]
            : [path];
        return string.Join(": ", place.Where(part => part is not "").Append(Words(unreadable.Message)));
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name of the rule that a path such as <c>rules[2].when</c> leads into.</summary>
    private static string? NameOf(JsonElement root, string path) =>
        path.StartsWith("rules[", StringComparison.Ordinal)
        && int.TryParse(path.AsSpan(6, Math.Max(0, path.IndexOf(']', StringComparison.Ordinal) - 6)), out var index)
        && root.GetProperty("rules") is { ValueKind: JsonValueKind.Array } rules
        && index < rules.GetArrayLength()
        && rules[index] is { ValueKind: JsonValueKind.Object } rule
        && rule.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    /// <summary>The serializer's words without the names of our types.</summary>
    private static string Words(string message) => message switch
    {
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "there is no such field",
        _ when message.Contains("could not be converted", StringComparison.Ordinal) => "the value is not of the kind that is wanted there",
        _ when message.IndexOf("missing required properties", StringComparison.Ordinal) is >= 0 and var at => Plain(message[at..]),
        _ => Plain(message),
    };

    private static string Plain(string message) =>
        message.Split(" Path:")[0].Split(" LineNumber:")[0].Split(" encountered during deserialization")[0].TrimEnd('.');
}
