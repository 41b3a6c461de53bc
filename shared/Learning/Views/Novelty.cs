using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>What in a matrix the views have never heard of; it still counts, in the bucket of its category or tier.</summary>
/// <param name="Codes">Error codes without columns of their own, rising.</param>
/// <param name="Sites">Site names without columns of their own, in ordinal order.</param>
public sealed record Novelty(IReadOnlyList<int> Codes, IReadOnlyList<string> Sites)
{
    /// <summary>Whether anything is new.</summary>
    public bool Any => Codes.Count > 0 || Sites.Count > 0;

    /// <summary>The codes of a matrix outside <see cref="CodeRows"/>, and its sites that no catalogue knows.</summary>
    public static Novelty Of(SiteErrorMatrix matrix) => Of(matrix, CodeRows.Knows, SiteCatalogue.IsKnown);

    /// <summary>The codes and sites of a matrix that somebody else does not know, e.g. those that no training example had.</summary>
    public static Novelty Of(SiteErrorMatrix matrix, Func<int, bool> knowsCode, Func<string, bool> knowsSite)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(
            [.. matrix.Cells.Select(cell => cell.Code).Distinct().Where(code => !knowsCode(code)).Order()],
            [.. matrix.Cells.Select(cell => cell.Site).Distinct().Where(site => !knowsSite(site)).Order(StringComparer.Ordinal)]);
    }
}
