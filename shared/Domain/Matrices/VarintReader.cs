namespace WorkflowRecovery.Domain.Matrices;

/// <summary>Reads what <see cref="VarintWriter"/> wrote; a number has one spelling, the shortest.</summary>
/// <exception cref="FormatException">Thrown by every method when the bytes are corrupt.</exception>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private const int MostBytes = 9;

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException($"An encoded matrix is corrupt: {otherwise}");
    }

    /// <summary>A number from 0 to 2^63 - 1.</summary>
    public long Read()
    {
        long value = 0;
        for (var index = 0; index < MostBytes; index++)
        {
            Require(index < _rest.Length, "it ends too early");
            var current = _rest[index];
            value |= (long)(current & 0x7f) << (7 * index);
            if (current >= 0x80)
                continue;

            Require(current != 0 || index == 0, "a number is spelled too long");
            _rest = _rest[(index + 1)..];
            return value;
        }

        throw new FormatException("An encoded matrix is corrupt: a number is too large");
    }

    public long ReadSigned()
    {
        var value = Read();
        return (value >> 1) ^ -(value & 1);
    }

    /// <summary>A number of things to come, each of at least one byte.</summary>
    public int ReadLength()
    {
        var length = Read();
        Require(length <= _rest.Length, "it ends too early");
        return (int)length;
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var length = ReadLength();
        var block = _rest[..length];
        _rest = _rest[length..];
        return block;
    }
}
