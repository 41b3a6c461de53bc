using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>The stored form of a network; see <see cref="Network.ToBytes"/>.</summary>
internal static class NetworkBytes
{
    private const byte Version = 1;
    private const int Prefix = 10;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static ReadOnlySpan<byte> Magic => "WRNET"u8;

    public static byte[] Write(NetworkDesign design, float[] parameters)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(design, Json);
        var end = Prefix + header.Length + parameters.Length * sizeof(float);
        var bytes = new byte[end + SHA256.HashSizeInBytes];
        Magic.CopyTo(bytes);
        bytes[Magic.Length] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length + 1), header.Length);
        header.CopyTo(bytes, Prefix);
        for (var i = 0; i < parameters.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(Prefix + header.Length + i * sizeof(float)), parameters[i]);

        SHA256.HashData(bytes.AsSpan(0, end), bytes.AsSpan(end));
        return bytes;
    }

    public static Network Read(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        if (bytes.Length < Prefix + SHA256.HashSizeInBytes || !bytes.StartsWith(Magic))
            throw new FormatException("these bytes are not a network");

        if (bytes[Magic.Length] != Version)
            throw new FormatException($"network of version {bytes[Magic.Length]}; this code reads {Version}");

        var content = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[content.Length..]))
            throw new FormatException("the network was changed or cut short: its SHA-256 is another");

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(Magic.Length + 1)..]);
        if (length < 0 || length > content.Length - Prefix)
            throw new FormatException("the network's design is cut short");

        return Read(content.Slice(Prefix, length), content[(Prefix + length)..]);
    }

    private static Network Read(ReadOnlySpan<byte> header, ReadOnlySpan<byte> weights)
    {
        try
        {
            var design = JsonSerializer.Deserialize<NetworkDesign>(header, Json) ?? throw new FormatException("the network has no design");
            var structure = Structure.Of(design);
            if (weights.Length != (long)structure.Parameters * sizeof(float))
                throw new FormatException($"{weights.Length} bytes of weights do not fit {structure.Parameters} weights");

            return new(design, structure, ReadWeights(weights));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new FormatException("the network's design cannot be read", fault);
        }
    }

    private static float[] ReadWeights(ReadOnlySpan<byte> bytes)
    {
        var weights = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);

        return weights;
    }
}
