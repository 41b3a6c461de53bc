using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Categories of errors x tiers x good or bad (<c>MEM/T2/good</c>). Marks of lost work (code -1) are no errors and have a
/// group of their own, <c>LOST</c>: they are four fifths of all cells and would drown the category that holds them.
/// </summary>
/// <param name="weighting">What the codes of a group add up to; it is the end of the view's name, e.g. <c>grouped-share</c>.</param>
public sealed class GroupedView(GroupWeighting weighting) : IMatrixView
{
    private static readonly string[] AllColumns = [.. ErrorCategoryNames.All.Append("LOST")
        .SelectMany(_ => Places.TierNames, (group, tier) => $"{group}/{tier}")
        .SelectMany(cell => new[] { $"{cell}/good", $"{cell}/bad" })];

    /// <inheritdoc />
    public string Name { get; } = weighting switch
    {
        GroupWeighting.Sum => "grouped-sum",
        GroupWeighting.Logs => "grouped-logs",
        GroupWeighting.Share => "grouped-share",
        GroupWeighting.Sites => "grouped-sites",
        _ => throw new ArgumentOutOfRangeException(nameof(weighting), weighting, "no such weighting"),
    };

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => AllColumns;

    /// <inheritdoc />
    public SparseVector Of(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (errors, marks) = Totals(matrix);
        var seen = new HashSet<(int Column, string Site)>();
        var sums = new ColumnSums(matrix.Cells.Length);
        foreach (var cell in matrix.Cells)
        {
            var column = ColumnOf(cell);
            sums.Add(column, weighting switch
            {
                GroupWeighting.Sum => cell.Count,
                GroupWeighting.Logs => Math.Log(1.0 + cell.Count),
                GroupWeighting.Share => cell.Count / (cell.Code == SiteErrorMatrix.NotReported ? marks : errors),
                _ => seen.Add((column, cell.Site)) ? 1 : 0,
            });
        }

        return sums.ToVector(AllColumns.Length, weighting is GroupWeighting.Sum or GroupWeighting.Sites ? Scaling.Log : Scaling.Raw);
    }

    private static int ColumnOf(MatrixCell cell)
    {
        var group = cell.Code == SiteErrorMatrix.NotReported ? ErrorCategoryNames.All.Count : (int)ErrorCatalogue.CategoryOf(cell.Code);
        return (2 * ((group * Places.TierNames.Count) + (int)Places.Of(cell.Site).Tier)) + (cell.Readiness.IsGood() ? 0 : 1);
    }

    private static (double Errors, double Marks) Totals(SiteErrorMatrix matrix)
    {
        var (errors, marks) = (0.0, 0.0);
        foreach (var cell in matrix.Cells)
        {
            if (cell.Code == SiteErrorMatrix.NotReported)
                marks += cell.Count;
            else
                errors += cell.Count;
        }

        return (errors, marks);
    }
}
