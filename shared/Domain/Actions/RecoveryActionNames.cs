using System.Diagnostics.CodeAnalysis;

namespace WorkflowRecovery.Domain.Actions;

/// <summary>
/// The words that messages and the recorded actions use for <see cref="RecoveryActionKind"/>:
/// <c>acdc</c>, <c>clone</c>, <c>recovery</c>, <c>by-pass</c>, <c>force-complete</c>, <c>on-hold</c>.
/// </summary>
public static class RecoveryActionNames
{
    /// <summary>All words, in the order of <see cref="RecoveryActionKind"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["acdc", "clone", "recovery", "by-pass", "force-complete", "on-hold"];

    /// <summary>The word for an action.</summary>
    public static string ToName(this RecoveryActionKind kind) => All[(int)kind];

    /// <summary>Reads a word; false when it is none of <see cref="All"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out RecoveryActionKind kind)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index] == name)
            {
                kind = (RecoveryActionKind)index;
                return true;
            }
        }

        kind = RecoveryActionKind.Acdc;
        return false;
    }

    /// <summary>An order in the words of messages and tables: an action, its parameters, and switches that are <c>enabled</c> or <c>disabled</c>; null when the action is none of <see cref="All"/>.</summary>
    public static RecoveryAction? Read(string? action, int? memoryMb, string? splitting, string? xrootd, string? secondary, int? cores) =>
        TryParse(action, out var kind)
            ? new(kind) { MemoryMb = memoryMb, Splitting = splitting, Xrootd = Switched(xrootd), Secondary = Switched(secondary), Cores = cores }
            : null;

    private static bool? Switched(string? word) => word is null ? null : word == "enabled";
}
