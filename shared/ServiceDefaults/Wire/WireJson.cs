using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowRecovery.ServiceDefaults.Wire;

/// <summary>How messages are written and read: plain camelCase JSON, strict in what is known, deaf to what is not.</summary>
public static class WireJson
{
    /// <summary>
    /// Required fields must be there, a value that may not be null is not, no key comes twice, no comments, no
    /// trailing commas, no numbers in quotes; unknown fields are ignored; absent optional fields are written as null.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a message.</summary>
    public static byte[] Write<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, Options);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The bytes are not such a message.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException("the message is null");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = false,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            NumberHandling = JsonNumberHandling.Strict,
            ReadCommentHandling = JsonCommentHandling.Disallow,
            AllowTrailingCommas = false,
            MaxDepth = 32,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new UtcMicrosecondConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
