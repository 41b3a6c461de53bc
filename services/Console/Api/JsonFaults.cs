using System.Text.Json;

namespace WorkflowRecovery.Console.Api;

/// <summary>What the types of a body cannot say, and no database stores: nothing in a list may be null, and no text may hold a NUL.</summary>
internal static class JsonFaults
{
    /// <summary>Path and sentence of the first one; null when there is none.</summary>
    public static (string Path, string Text)? FirstIn(JsonElement value, string path = "$") => value.ValueKind switch
    {
        JsonValueKind.Array => First(value.EnumerateArray().Select((item, at) => item.ValueKind == JsonValueKind.Null
            ? ($"{path}[{at}]", "This is null.")
            : FirstIn(item, $"{path}[{at}]"))),
        JsonValueKind.Object => First(value.EnumerateObject().Select(field => FirstIn(field.Value, $"{path}.{field.Name}"))),
        JsonValueKind.String when HoldsNul(value) => (path, "This holds a NUL or is no text."),
        _ => null,
    };

    private static (string Path, string Text)? First(IEnumerable<(string Path, string Text)?> faults) => faults.FirstOrDefault(fault => fault is not null);

    private static bool HoldsNul(JsonElement text)
    {
        try
        {
            return text.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return true;
        }
    }
}
