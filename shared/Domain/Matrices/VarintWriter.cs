using System.Buffers;

namespace WorkflowRecovery.Domain.Matrices;

/// <summary>Writes numbers in base 128, low bits first, the high bit of a byte saying that more follow.</summary>
internal sealed class VarintWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public VarintWriter(byte first) => _bytes.Write([first]);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Add(ReadOnlySpan<byte> block)
    {
        Add(block.Length);
        _bytes.Write(block);
    }

    /// <summary>A number with its sign moved to the lowest bit (zigzag), so that small negative ones stay short.</summary>
    public void AddSigned(long value) => Add((value << 1) ^ (value >> 63));

    public void Add(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
            _bytes.Write([(byte)(rest | 0x80)]);
        _bytes.Write([(byte)rest]);
    }
}
