using System.Globalization;
using System.Text.Json;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>What <c>getaction</c> is asked for.</summary>
/// <param name="Days">How old orders may be; 0 or less: however old.</param>
/// <param name="Acted">0: those to be done; 1: those reported; below 0: both.</param>
internal sealed record AskedActions(int Days, int Acted)
{
    private const int LongestBody = 64 * 1024;

    public bool ToBeDone => Acted <= 0;

    public bool Reported => Acted != 0;

    /// <summary>The time before which orders are too old; null when none is.</summary>
    public DateTimeOffset? Since(DateTimeOffset now) => Days > 0 && Days < (now - DateTimeOffset.UnixEpoch).TotalDays ? now.AddDays(-Days) : null;

    /// <summary>Reads the address, and what is not in it from the body, where there is one.</summary>
    /// <returns>Null with a problem when a value is no whole number.</returns>
    public static async Task<(AskedActions? Asked, string? Problem)> ReadAsync(HttpRequest request)
    {
        var body = await BodyAsync(request);
        if (body is null)
            return (null, "the body is not a JSON object");
        using (body)
        {
            if (!TryRead(request, body.RootElement, "days", out var days))
                return (null, "days is not a whole number");
            return TryRead(request, body.RootElement, "acted", out var acted) ? (new(days, acted), null) : (null, "acted is not a whole number");
        }
    }

    private static async Task<JsonDocument?> BodyAsync(HttpRequest request)
    {
        if (await SmallBody.ReadAsync(request, LongestBody) is not { } bytes)
            return null;
        if (bytes.Length == 0)
            return JsonDocument.Parse("{}");
        try
        {
            var body = JsonDocument.Parse(bytes);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
                return body;
            body.Dispose();
        }
        catch (JsonException)
        {
            // Said by the answer.
        }

        return null;
    }

    private static bool TryRead(HttpRequest request, JsonElement body, string name, out int value)
    {
        var text = request.Query[name] is [{ } given] ? given
            : body.TryGetProperty(name, out var member) ? member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText()
            : "0";
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
