using System.Collections.Immutable;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>Codes x five tiers x (good, bad) without margins, with the rows in any order.</summary>
internal static class TierSums
{
    public static int ColumnsPerRow => 2 * Places.TierNames.Count;

    /// <param name="order">The row of <see cref="CodeRows"/> at each place.</param>
    public static string[] NamesOf(IEnumerable<int> order) => [.. order
        .SelectMany(_ => Places.TierNames, (row, tier) => $"{CodeRows.Names[row]}/{tier}")
        .SelectMany(cell => new[] { $"{cell}/good", $"{cell}/bad" })];

    /// <param name="matrix">The matrix.</param>
    /// <param name="placeOf">The place of each row of <see cref="CodeRows"/>.</param>
    /// <param name="scaling">How counts become values.</param>
    public static SparseVector Of(SiteErrorMatrix matrix, ImmutableArray<int> placeOf, Scaling scaling)
    {
        var sums = new ColumnSums(matrix.Cells.Length);
        foreach (var cell in matrix.Cells)
        {
            var row = placeOf[CodeRows.Of(cell.Code)] * ColumnsPerRow;
            sums.Add(row + (2 * (int)Places.Of(cell.Site).Tier) + (cell.Readiness.IsGood() ? 0 : 1), cell.Count);
        }

        return sums.ToVector(CodeRows.Count * ColumnsPerRow, scaling);
    }
}
