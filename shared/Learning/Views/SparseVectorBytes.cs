using System.Buffers.Binary;
using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// The stored form of a <see cref="SparseVector"/>: a version byte, then dimension, length and the gaps between
/// indices as variable-length integers (7 bits per byte, low bits first), then the values as little-endian floats.
/// </summary>
public static class SparseVectorBytes
{
    private const byte Version = 1;

    /// <summary>Writes a vector.</summary>
    public static byte[] Write(SparseVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write7BitEncodedInt(vector.Dimension);
        writer.Write7BitEncodedInt(vector.Indices.Length);
        var previous = 0;
        foreach (var index in vector.Indices)
        {
            writer.Write7BitEncodedInt(index - previous);
            previous = index;
        }

        foreach (var value in vector.Values)
            writer.Write(value);

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are of another version, cut short, too long or inconsistent.</exception>
    public static SparseVector Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        try
        {
            var version = reader.ReadByte();
            if (version != Version)
                throw new FormatException($"sparse vector of version {version}; this code reads {Version}");

            return Read(reader, bytes.Length);
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException)
        {
            throw new FormatException("these bytes are not a sparse vector", fault);
        }
    }

    private static SparseVector Read(BinaryReader reader, int available)
    {
        var dimension = reader.Read7BitEncodedInt();
        var length = reader.Read7BitEncodedInt();
        if (length < 0 || length > available / (1 + sizeof(float)))
            throw new FormatException($"a sparse vector of {length} values does not fit into {available} bytes");

        var indices = ImmutableArray.CreateBuilder<int>(length);
        for (var i = 0; i < length; i++)
            indices.Add((i == 0 ? 0 : indices[i - 1]) + reader.Read7BitEncodedInt());

        var values = ImmutableArray.CreateBuilder<float>(length);
        for (var i = 0; i < length; i++)
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(reader.ReadBytes(sizeof(float)) is { Length: sizeof(float) } four
                ? four
                : throw new EndOfStreamException()));

        return reader.BaseStream.Position == available
            ? new(indices.MoveToImmutable(), values.MoveToImmutable(), dimension)
            : throw new FormatException("bytes are left over after the sparse vector");
    }
}
