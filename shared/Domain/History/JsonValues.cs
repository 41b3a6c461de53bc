using System.Text;
using System.Text.Json;

namespace WorkflowRecovery.Domain.History;

/// <summary>Reads single values the way the recorded actions hold them: text where a number belongs and the reverse.</summary>
internal static class JsonValues
{
    /// <summary>
    /// The value under the reader as text: text as it is, numbers and switches as written, null for null, an object or
    /// a list. The reader is left at the value's end.
    /// </summary>
    public static string? ReadText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Moves to the next member of the object under the reader and reads its name; false at the object's end.</summary>
    public static bool TryNextMember(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            name = "";
            return false;
        }

        name = reader.GetString()!;
        reader.Read();
        return true;
    }

    /// <summary>Whether the value under the reader is an object; one that is not is stepped over and noted.</summary>
    public static bool IsObject(ref Utf8JsonReader reader, string what, ReadingNotes notes)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;

        if (reader.TokenType != JsonTokenType.Null)
            notes.Add($"{what} is not an object: left out");

        reader.Skip();
        return false;
    }
}
