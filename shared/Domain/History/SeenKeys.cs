using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Remembers the keys of a file by half a hash each, so that a long file takes 16 bytes a key. Two keys of a million
/// share 128 bits of SHA-256 with a chance below 10^-26.
/// </summary>
internal sealed class SeenKeys
{
    private readonly HashSet<UInt128> _seen = [];

    public bool Add(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return _seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
