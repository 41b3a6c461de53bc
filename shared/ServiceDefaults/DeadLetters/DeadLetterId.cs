using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>Short ids of dead letters, from what does not change while they lie there.</summary>
internal static class DeadLetterId
{
    private const int Bytes = 6;

    /// <summary>Twelve hexadecimal digits of SHA-256 over queue, message id and body.</summary>
    public static string Of(string queue, string? messageId, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{queue}\0{messageId}\0"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
