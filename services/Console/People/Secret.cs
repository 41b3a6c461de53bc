using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.Console.People;

/// <summary>Compares secrets in a time that tells nothing about them, not even their length.</summary>
internal static class Secret
{
    public static bool Same(string given, string kept) => HasHash(given, SHA256.HashData(Encoding.UTF8.GetBytes(kept)));

    /// <param name="given">What somebody says.</param>
    /// <param name="sha256">The hash of what it should be.</param>
    public static bool HasHash(string given, byte[] sha256) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), sha256);
}
