using System.Diagnostics.CodeAnalysis;

namespace WorkflowRecovery.Domain.Sites;

/// <summary>The words that messages use for <see cref="Readiness"/>: <c>green</c>, <c>yellow</c>, <c>red</c>, <c>none</c>.</summary>
public static class ReadinessNames
{
    /// <summary>All words, in the order of <see cref="Readiness"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["none", "red", "yellow", "green"];

    /// <summary>Whether a site of this readiness counts as good.</summary>
    public static bool IsGood(this Readiness readiness) => readiness == Readiness.Green;

    /// <summary>The word for a readiness.</summary>
    public static string ToName(this Readiness readiness) => All[(int)readiness];

    /// <summary>Reads a word; false when it is none of <see cref="All"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out Readiness readiness)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index] == name)
            {
                readiness = (Readiness)index;
                return true;
            }
        }

        readiness = Readiness.None;
        return false;
    }
}
