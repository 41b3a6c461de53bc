using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases.Logs;

/// <summary>An input file that logs name.</summary>
/// <param name="Name">Its logical name, or its address where the log gave one.</param>
/// <param name="Codes">The codes of the jobs that named it.</param>
/// <param name="Sites">Where they ran.</param>
/// <param name="IsTorn">A log that names it tells of data that cannot be decompressed, which points at one bad node.</param>
public sealed record InputFile(string Name, IReadOnlyList<int> Codes, IReadOnlyList<string> Sites, bool IsTorn);

/// <summary>The input files that failed jobs name in their logs, for the codes that are about files.</summary>
internal static partial class InputFiles
{
    public const int Most = 50;

    private const int MostText = 200_000;

    private static readonly HashSet<int> OfFiles = [84, 85, 92, 8020, 8021, 8028];

    /// <summary>The files, those of most logs first; at most <see cref="Most"/>.</summary>
    public static IReadOnlyList<InputFile> Of(IReadOnlyList<LogExcerpt> logs) =>
        [.. logs
            .Where(log => OfFiles.Contains(log.Code))
            .SelectMany(log => Named(log.Text).Select(file => (File: file, Log: log)))
            .GroupBy(named => named.File)
            .OrderByDescending(file => file.Count()).ThenBy(file => file.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(file => new InputFile(
                file.Key,
                [.. file.Select(named => named.Log.Code).Distinct().Order()],
                [.. file.Select(named => named.Log.Site).Distinct().Order(StringComparer.Ordinal).Take(Most)],
                file.Any(named => TellsOfTornData(named.Log.Text))))];

    private static IEnumerable<string> Named(string text) =>
        FileName().Matches(text.Length > MostText ? text[..MostText] : text).Select(match => match.Value).Distinct().Take(Most);

    private static bool TellsOfTornData(string text) => text.Contains("R__unzip", StringComparison.OrdinalIgnoreCase) || text.Contains("decompress", StringComparison.OrdinalIgnoreCase);

    // A name begins where none goes on, and its length is bounded, so that no text takes long.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9._/+-])((root|https?|davs?)://[A-Za-z0-9.-]{1,200}(:[0-9]{1,5})?|file:)?/[A-Za-z0-9._+=/-]{1,1000}\.root(?![A-Za-z0-9_])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
