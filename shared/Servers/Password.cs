using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.Servers;

/// <summary>Passwords of hexadecimal digits: they need no quoting in SQL, in a URI or in a configuration file.</summary>
public static class Password
{
    /// <summary>160 random bits.</summary>
    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>
    /// The password of one account, derived from the server's own (HMAC-SHA256, RFC 2104), for test processes that
    /// share a server and must agree without talking to each other.
    /// </summary>
    public static string Derive(string serverPassword, string account) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(serverPassword), Encoding.UTF8.GetBytes(account)))[..40];
}
