using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Inventory;

namespace WorkflowRecovery.Learning.Targets;

/// <summary>
/// The questions of the talk, each with two classes, the rarer one last. "Plain ACDC against others" has three readings,
/// which must be named wherever a number is given. An order that leaves its parameters open answers none that is about them.
/// </summary>
public static class TalkTargets
{
    /// <summary>
    /// Plain ACDC against others as the published networks count: the plain clone and ACDC with only memory changed are
    /// others, all rarer rows of the action table count as ACDC.
    /// </summary>
    public static Target PlainOfAuthors { get; } = Of("plain ACDC vs others (authors')", ["acdc", "others"], IsOtherOfAuthors);

    /// <summary>Plain ACDC against others, strictly: everything but the first row of the action table.</summary>
    public static Target PlainStrict { get; } = Of("plain ACDC vs others (strict)", ["acdc", "others"], action => ActionRow.Of(action) != ActionRow.PlainAcdc);

    /// <summary>ACDC without modification against others, as in the study of logs: neither memory nor splitting changed.</summary>
    public static Target Unmodified { get; } = Of(
        "unmodified ACDC vs other", ["unmodified", "other"], action => action is not { Kind: RecoveryActionKind.Acdc, MemoryMb: null, Splitting: null });

    /// <summary>ACDC with memory set against all others.</summary>
    public static Target Memory { get; } = Of(
        "memory change needed", ["others", "memory"], action => action is { Kind: RecoveryActionKind.Acdc, MemoryMb: not null });

    /// <summary>Clone against ACDC; other actions do not count.</summary>
    public static Target Clone { get; } = new("clone vs ACDC", ["acdc", "clone"], (action, _) => action.Kind switch
    {
        RecoveryActionKind.Acdc => 0,
        RecoveryActionKind.Clone => 1,
        _ => null,
    });

    private static Target Of(string name, IReadOnlyList<string> classes, Func<RecoveryAction, bool> isSecond) =>
        new(name, classes, (action, given) => RecoveryTargets.SaysAll(action, given) ? isSecond(action) ? 1 : 0 : null);

    // The rows after the first and before the splitting.
    private static bool IsOtherOfAuthors(RecoveryAction action) => ActionTable.Talk.Skip(1).Take(4).Any(row => row.Is(ActionRow.Of(action)));
}
