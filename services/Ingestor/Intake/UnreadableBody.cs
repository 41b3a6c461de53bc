using System.Text.Json;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Says in a sentence why a body could not be read, naming the field and its value where there is one.</summary>
internal static class UnreadableBody
{
    public static string Explain(Exception unreadable, ReadOnlySpan<byte> body)
    {
        if (unreadable is not JsonException { Path: { } path } || Parse(body) is not { } document)
            return $"the body is not the JSON of such a message: {Short(unreadable.Message)}";

        using (document)
        {
            return Find(document.RootElement, path) is { } value
                ? $"{Field(path)} is {Excerpt.Of(value.GetRawText())}: {Short(unreadable.Message)}"
                : $"{Field(path)}: {Short(unreadable.Message)}";
        }
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Field(string path) => path is "$" ? "the message" : path.TrimStart('$', '.');

    /// <summary>The serializer's own words, without the place (said before) and the names of our types.</summary>
    private static string Short(string message)
    {
        var text = message.Split(" Path: ")[0];
        var required = text.IndexOf("missing required properties", StringComparison.Ordinal);
        return required >= 0 ? text[required..] : text.Split(" LineNumber:")[0];
    }

    private static JsonElement? Find(JsonElement element, string path)
    {
        foreach (var step in path.TrimStart('$').Split('.', '[').Select(step => step.TrimEnd(']')).Where(step => step.Length > 0))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < element.GetArrayLength())
                element = element[index];
            else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var child))
                element = child;
            else
                return null;
        }

        return element;
    }
}
