using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Inventory;

/// <summary>A row with how often it was ordered.</summary>
/// <param name="Row">The row.</param>
/// <param name="Count">Tasks.</param>
/// <param name="Rate">Share of all tasks, 0 to 1.</param>
public sealed record ActionRate(ActionRow Row, int Count, double Rate);

/// <summary>The talk's table of actions: every kind of order with its rate, the commonest first.</summary>
public static class ActionTable
{
    /// <summary>
    /// The six rows that the talk shows, with its rates. Its steps of memory are 20 GB and more, 10 to 20 GB and less than
    /// 10 GB; "sites modified" there means that the order names sites.
    /// </summary>
    public static IReadOnlyList<(string Name, Func<ActionRow, bool> Is, double Rate)> Talk { get; } =
    [
        ("ACDC, plain", row => row == ActionRow.PlainAcdc, 0.8753),
        ("clone, plain", row => row == new ActionRow(RecoveryActionKind.Clone, null, XrootdDisabled: false, SitesGiven: false, null, CoresGiven: false), 0.0461),
        ("ACDC, memory of 20 GB and more", row => HasOnlyMemory(row) && row.MemoryStep >= 2, 0.0328),
        ("ACDC, memory of 10 to 20 GB", row => HasOnlyMemory(row) && row.MemoryStep == 1, 0.0112),
        ("ACDC, memory below 10 GB", row => HasOnlyMemory(row) && row.MemoryStep == 0, 0.0075),
        ("ACDC, splitting 10x", row => row == ActionRow.PlainAcdc with { Splitting = "10x" }, 0.0074),
    ];

    /// <summary>The rate that the talk gives for all rows below the six together, an upper limit.</summary>
    public const double TalkOtherRate = 0.02;

    /// <summary>The number of rows that the talk counts below the six.</summary>
    public const int TalkOtherRows = 27;

    /// <summary>All rows of some tasks.</summary>
    public static IReadOnlyList<ActionRate> Of(IReadOnlyCollection<RecordedTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return [.. tasks
            .CountBy(task => ActionRow.Of(task.Action))
            .Select(row => new ActionRate(row.Key, row.Value, (double)row.Value / tasks.Count))
            .OrderByDescending(row => row.Count)
            .ThenBy(row => row.Row.ToString(), StringComparer.Ordinal)];
    }

    private static bool HasOnlyMemory(ActionRow row) => row.MemoryStep is not null && row == ActionRow.PlainAcdc with { MemoryStep = row.MemoryStep };
}
