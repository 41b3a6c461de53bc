using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Error codes x good or bad, summed over sites (<c>50660/good</c>): the 74 x 2 = 148 inputs of the talk's simplest
/// networks, and the buckets of <see cref="CodeRows"/> for other codes.
/// </summary>
/// <param name="scaling">How counts become values.</param>
public sealed class SummedView(Scaling scaling = Scaling.Log) : IMatrixView
{
    private static readonly string[] AllColumns = [.. CodeRows.Names.SelectMany(row => new[] { $"{row}/good", $"{row}/bad" })];

    /// <inheritdoc />
    public string Name { get; } = scaling.Named("summed");

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
            sums.Add((2 * CodeRows.Of(cell.Code)) + (cell.Readiness.IsGood() ? 0 : 1), cell.Count);

        return sums.ToVector(AllColumns.Length, scaling);
    }
}
