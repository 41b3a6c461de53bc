using System.Text.Json;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>
/// What an executor sends with <c>reportaction</c>. Who has proved nothing yet is listened to for a little only: a long list is read
/// to its end when the key was beside it, or came before it.
/// </summary>
internal static class ReportBody
{
    public const int Longest = 4 * 1024 * 1024;

    /// <summary>Some two thousand workflows.</summary>
    public const int LongestUnproven = 256 * 1024;

    /// <param name="request">The request.</param>
    /// <param name="isProven">Whether the key was right that came beside the body.</param>
    /// <param name="isKey">Whether a key is right.</param>
    /// <returns>Null when it is no JSON, or too long.</returns>
    public static async Task<JsonDocument?> ReadAsync(HttpRequest request, bool isProven, Func<string, Task<bool>> isKey)
    {
        using var read = new MemoryStream();
        if (!await SmallBody.AppendAsync(read, request, isProven ? Longest : LongestUnproven)
            && (isProven || KeyAtTheBeginning(read.ToArray()) is not { } key || !await isKey(key) || !await SmallBody.AppendAsync(read, request, Longest)))
            return null;

        try
        {
            read.Position = 0;
            return JsonDocument.Parse(read);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The key of a message of which there is only the beginning; null when the key is not in that.</summary>
    internal static string? KeyAtTheBeginning(ReadOnlySpan<byte> beginning)
    {
        var reader = new Utf8JsonReader(beginning, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("key"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // No JSON, or a text of half characters.
        }

        return null;
    }
}
