using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Domain.Workflows;

/// <summary>The few short excerpts of logs that go on with a matrix, so that its message stays small whatever was reported.</summary>
public static class LogExcerpts
{
    /// <summary>The most excerpts.</summary>
    public const int Most = 20;

    /// <summary>The most letters of each.</summary>
    public const int LongestText = 2000;

    /// <summary>The first of every code, then the second of every code and so on; null when nothing was logged.</summary>
    public static IReadOnlyList<LogExcerpt>? Of(IReadOnlyList<LogExcerpt>? logs) => logs is null or [] ? null :
        [.. logs
            .GroupBy(log => log.Code)
            .SelectMany(ofCode => ofCode.Index())
            .OrderBy(entry => entry.Index)
            .Take(Most)
            .Select(entry => entry.Item.Text.Length <= LongestText ? entry.Item : entry.Item with { Text = Cut(entry.Item.Text) })];

    /// <summary>Half a surrogate pair could not be written.</summary>
    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
