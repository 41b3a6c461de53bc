using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases.Logs;

/// <summary>The logs of a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Shown">A few of them, cut to a length that one reads.</param>
/// <param name="More">How many there are beside them.</param>
public sealed record CodeLogs(int Code, IReadOnlyList<LogExcerpt> Shown, int More);

/// <summary>Which logs are shown.</summary>
internal static class LogChoice
{
    public const int MostCodes = 40;
    public const int MostOfCode = 3;
    public const int LongestText = 4000;

    /// <summary>A few of each code, in the order of the codes given; others after them.</summary>
    public static IReadOnlyList<CodeLogs> Of(IReadOnlyList<LogExcerpt> logs, IReadOnlyList<int> codes) =>
        [.. logs
            .GroupBy(log => log.Code)
            .OrderBy(ofCode => codes.Index().Where(code => code.Item == ofCode.Key).Select(code => code.Index).DefaultIfEmpty(int.MaxValue).First())
            .ThenBy(ofCode => ofCode.Key)
            .Take(MostCodes)
            .Select(ofCode => new CodeLogs(
                ofCode.Key,
                [.. ofCode.DistinctBy(log => (log.Site, log.Text)).Take(MostOfCode).Select(log => log with { Text = Cut(log.Text) })],
                Math.Max(0, ofCode.Count() - MostOfCode)))];

    /// <summary>Half a surrogate pair could not be written.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
            return text;
        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end] + " …";
    }
}
