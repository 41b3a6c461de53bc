using System.Diagnostics.CodeAnalysis;

namespace WorkflowRecovery.Rules.Books;

/// <summary>How much a rule may do.</summary>
public enum RuleState : byte
{
    /// <summary>Nothing.</summary>
    Off = 0,

    /// <summary>Tell that it fired.</summary>
    Passive = 1,

    /// <summary>Put its order beside what is recommended.</summary>
    Suggest = 2,

    /// <summary>Have its order recommended.</summary>
    Decide = 3,
}

/// <summary>The words for <see cref="RuleState"/>: <c>off</c>, <c>passive</c>, <c>suggest</c>, <c>decide</c>.</summary>
public static class RuleStateNames
{
    /// <summary>All words, in the order of <see cref="RuleState"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["off", "passive", "suggest", "decide"];

    /// <summary>The word for a state.</summary>
    public static string ToName(this RuleState state) => All[(int)state];

    /// <summary>Reads a word; false when it is none of <see cref="All"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out RuleState state)
    {
        var index = All.ToList().IndexOf(name ?? "");
        state = (RuleState)Math.Max(0, index);
        return index >= 0;
    }
}
