using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.Domain.Workflows;

/// <summary>Ids that derive from keys, so that whoever makes one twice makes the same (UUID version 5, RFC 9562).</summary>
public static class NameBasedGuid
{
    private static readonly Guid Namespace = new("6f1d8a57-3c0e-5f0b-9a64-2f6c2c1a7d10");

    /// <summary>The id of a kind of thing with this key.</summary>
    /// <param name="kind">What it is, so that two kinds of things never share an id.</param>
    /// <param name="key">Parts of the natural key; times count to the microsecond, null is a value of its own.</param>
    public static Guid Of(string kind, params ReadOnlySpan<object?> key)
    {
        var name = new StringBuilder(kind);
        foreach (var part in key)
            name.Append('\u001f').Append(Text(part));

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name.ToString())];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name.ToString(), bytes.AsSpan(16));
#pragma warning disable CA5350 // The version 5 of a UUID is defined with SHA-1; nothing is protected by it.
        SHA1.HashData(bytes, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static string Text(object? part) => part switch
    {
        null => "\u0000",
        DateTimeOffset time => (time.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
