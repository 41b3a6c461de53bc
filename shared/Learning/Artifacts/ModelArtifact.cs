using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>
/// A trained model as one self-describing piece of bytes: the letters <c>WRMODEL</c> and a format byte, the length of
/// the header (4 bytes, little-endian), the header as JSON, the evidence as its kind writes it.
/// </summary>
/// <param name="Header">What is known about the model.</param>
/// <param name="Payload">The evidence, see <see cref="Evidence.IEvidence.ToBytes"/>.</param>
public sealed record ModelArtifact(ArtifactHeader Header, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The version of this form. Format 1, whose models are all trees, is still read.</summary>
    public const byte Format = 2;

    private const byte FirstFormat = 1;

    private const int Prefix = 12;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static ReadOnlySpan<byte> Magic => "WRMODEL"u8;

    /// <summary>The artifact of a training: its final model.</summary>
    /// <param name="model">The training's result.</param>
    /// <param name="codeVersion">Version of the code that trained.</param>
    public static ModelArtifact Of(TrainedModel model, string codeVersion)
    {
        ArgumentNullException.ThrowIfNull(model);
        var header = new ArtifactHeader(
            Format, model.Target.Name, model.Target.Classes, model.View.Name, model.View.Version, model.Window, model.Examples, model.Seed, codeVersion,
            model.Final.Calibration.Temperature, model.Final.BaseRates, model.Metrics, model.Usage, model.Final.Evidence.Kind, model.Approach);
        return new(header, model.Final.Evidence.ToBytes());
    }

    /// <summary>The SHA-256 of stored bytes, as lower-case hexadecimal text.</summary>
    public static string Sha256Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The stored form, in the newest format.</summary>
    public byte[] ToBytes()
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(Header with { Format = Format }, Json);
        var bytes = new byte[Prefix + header.Length + Payload.Length];
        Magic.CopyTo(bytes);
        bytes[Magic.Length] = Format;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length + 1), header.Length);
        header.CopyTo(bytes, Prefix);
        Payload.CopyTo(bytes.AsMemory(Prefix + header.Length));
        return bytes;
    }

    /// <summary>Reads stored bytes, provided that they are exactly those that were promised.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> wrote.</param>
    /// <param name="expectedSha256">Hexadecimal, in either case.</param>
    /// <exception cref="ArtifactRefusedException">Another hash, another format, or no model.</exception>
    public static ModelArtifact Load(ReadOnlyMemory<byte> bytes, string expectedSha256)
    {
        Require(bytes.Span, expectedSha256);
        if (bytes.Length < Prefix || !bytes.Span.StartsWith(Magic))
            throw new ArtifactRefusedException("these bytes are not a model");

        if (bytes.Span[Magic.Length] is not (FirstFormat or Format))
            throw new ArtifactRefusedException($"the model is of format {bytes.Span[Magic.Length]}; this code reads formats {FirstFormat} and {Format}");

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[(Magic.Length + 1)..]);
        return length > 0 && length <= bytes.Length - Prefix
            ? new(HeaderOf(bytes.Slice(Prefix, length)), bytes[(Prefix + length)..])
            : throw new ArtifactRefusedException("the model's header is cut short");
    }

    /// <exception cref="ArtifactRefusedException">The bytes are not those that were promised.</exception>
    internal static void Require(ReadOnlySpan<byte> bytes, string expectedSha256)
    {
        var sha256 = Sha256Of(bytes);
        if (!sha256.Equals(expectedSha256, StringComparison.OrdinalIgnoreCase))
            throw new ArtifactRefusedException($"the model's SHA-256 is {sha256}, but {expectedSha256} was expected");
    }

    private static ArtifactHeader HeaderOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ArtifactHeader>(json.Span, Json) ?? throw new ArtifactRefusedException("the model has no header");
        }
        catch (JsonException fault)
        {
            throw new ArtifactRefusedException("the model's header cannot be read", fault);
        }
    }
}
