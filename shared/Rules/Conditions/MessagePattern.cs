using System.Text.RegularExpressions;
using WorkflowRecovery.Domain.History;

namespace WorkflowRecovery.Rules.Conditions;

/// <summary>
/// A regular expression for messages in logs. It is matched without backtracking, in time linear in the text, and looks at
/// a bounded part of what was logged: nothing that a job writes can hold it up.
/// </summary>
public sealed class MessagePattern
{
    /// <summary>Excerpts looked at for one task.</summary>
    public const int MostExcerpts = 20;

    /// <summary>Characters looked at of one excerpt.</summary>
    public const int LongestExcerpt = 2000;

    internal const int LongestPattern = 300;

    private readonly Regex _regex;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking (look-around, back references) or is far too large.</exception>
    public MessagePattern(string text) => _regex = new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The pattern as written.</summary>
    public string Text => _regex.ToString();

    /// <summary>Whether an excerpt of a failure that counts holds such a message.</summary>
    internal bool IsIn(IReadOnlyList<TaskLog> logs, CountedFailures counted) => logs
        .Where(log => counted.Includes(log.Code, log.Site))
        .Take(MostExcerpts)
        .Any(log => _regex.IsMatch(log.Text.AsSpan(0, Math.Min(log.Text.Length, LongestExcerpt))));
}
