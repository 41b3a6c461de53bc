using System.Collections.Frozen;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// The rows that all views of error codes share: the 74 codes of the talk, rising, then one bucket per category
/// (<c>MEM*</c>) for every other code.
/// </summary>
public static class CodeRows
{
    private static readonly FrozenDictionary<int, int> RowOfCode =
        ErrorCatalogue.TalkCodes.Index().ToFrozenDictionary(code => code.Item, code => code.Index);

    /// <summary>The name of each row, e.g. <c>50660</c> or <c>MEM*</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. ErrorCatalogue.TalkCodes.Select(code => $"{code}"),
        .. ErrorCategoryNames.All.Select(category => $"{category}*"),
    ];

    /// <summary>Number of rows.</summary>
    public static int Count => Names.Count;

    /// <summary>The row of any code.</summary>
    public static int Of(int code) =>
        RowOfCode.TryGetValue(code, out var row) ? row : RowOfCode.Count + (int)ErrorCatalogue.CategoryOf(code);

    /// <summary>What the codes of a row are about.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static ErrorCategory CategoryOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return row < RowOfCode.Count ? ErrorCatalogue.CategoryOf(ErrorCatalogue.TalkCodes[row]) : (ErrorCategory)(row - RowOfCode.Count);
    }

    /// <summary>Whether a code has a row of its own.</summary>
    public static bool Knows(int code) => RowOfCode.ContainsKey(code);
}
