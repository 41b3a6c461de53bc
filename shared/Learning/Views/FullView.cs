using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Error codes x site names x good or bad (<c>50660/T2_US_MIT/good</c>): the whole matrix. Other codes go to the bucket
/// of their category (see <see cref="CodeRows"/>), sites that no catalogue knows to that of their tier (<c>50660/T2*/bad</c>).
/// </summary>
/// <param name="scaling">How counts become values.</param>
public sealed class FullView(Scaling scaling = Scaling.Log) : IMatrixView
{
    private static readonly string[] AllColumns =
        [.. CodeRows.Names.SelectMany(_ => Places.Names, (row, place) => $"{row}/{place}").SelectMany(cell => new[] { $"{cell}/good", $"{cell}/bad" })];

    /// <inheritdoc />
    public string Name { get; } = scaling.Named("full");

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => AllColumns;

    /// <inheritdoc />
    public SparseVector Of(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var sums = new ColumnSums(matrix.Cells.Length);
        foreach (var cell in matrix.Cells)
        {
            var row = CodeRows.Of(cell.Code) * Places.Names.Count;
            sums.Add((2 * (row + Places.Of(cell.Site).Column)) + (cell.Readiness.IsGood() ? 0 : 1), cell.Count);
        }

        return sums.ToVector(AllColumns.Length, scaling);
    }
}
