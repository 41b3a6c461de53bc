using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowRecovery.Console.Audit;

/// <summary>Makes texts from outside fit for the database, which keeps no NUL and no half characters.</summary>
internal static partial class AuditText
{
    public static string Bounded(string text, int limit)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        // There and back: what is no whole character becomes the sign for it.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean[..Math.Min(clean.Length, limit)]));
    }

    /// <param name="json">Written by the serializer, which writes NUL as an escape.</param>
    public static string WithoutNul(string json) => EscapedNul().Replace(json, "${before}");

    [GeneratedRegex(@"(?<!\\)(?<before>(\\\\)*)\\u0000", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapedNul();
}
