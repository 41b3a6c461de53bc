using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Says in a sentence why a body could not be read, naming the field and its value where there is one.</summary>
internal static class UnreadableBody
{
    private const int LongestShown = 1000;
    private const int LongestMessage = 400;

    public static string Explain(Exception unreadable, ReadOnlySpan<byte> body)
    {
        var path = (unreadable as JsonException)?.Path ?? "$";
        using var document = Parse(body);
        if (document is null)
            return $"the body is not the JSON of such a message{(path is "$" ? "" : $", in {Field(path)}")}: {Short(unreadable.Message)}";

        return Find(document.RootElement, path) is { } value
            ? $"{Field(path)} is {Excerpt.Of(Raw(value))}: {Short(unreadable.Message)}"
            : $"{Field(path)}: {Short(unreadable.Message)}";
    }

    /// <summary>The beginning of the value as it was sent, also where it is not UTF-8.</summary>
    private static string Raw(JsonElement value)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(value);
        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestShown)]);
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

    private static string Field(string path) => path is "$" ? "the message" : Excerpt.Plain(path.TrimStart('$', '.'));

    /// <summary>The serializer's own words, without the place (said before) and the names of our types.</summary>
    private static string Short(string message)
    {
        var text = message.Split(" Path: ")[0];
        var required = text.IndexOf("missing required properties", StringComparison.Ordinal);
        return Excerpt.Plain(required >= 0 ? text[required..] : text.Split(" LineNumber:")[0], LongestMessage);
    }

    private static JsonElement? Find(JsonElement element, string path)
    {
        foreach (var step in path.TrimStart('$').Split('.', '[').Select(step => step.TrimEnd(']')).Where(step => step.Length > 0))
        {
            if (Child(element, step) is not { } child)
                return null;
            element = child;
        }

        return element;
    }

    private static JsonElement? Child(JsonElement element, string step)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Array when int.TryParse(step, out var index) && index < element.GetArrayLength() => element[index],
                JsonValueKind.Object when element.TryGetProperty(step, out var child) => child,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A name beside it is no text, for example half of a surrogate pair.
            return null;
        }
    }
}
