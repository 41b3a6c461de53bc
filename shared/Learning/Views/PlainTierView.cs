using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Error codes x site tiers x good or bad (<c>50660/T2/good</c>) without the margins of <see cref="TierView"/>: the
/// 74 x 5 x 2 = 740 inputs of the talk's tier network, and the buckets of <see cref="CodeRows"/> for other codes.
/// </summary>
/// <param name="scaling">How counts become values.</param>
public sealed class PlainTierView(Scaling scaling = Scaling.Log) : IMatrixView
{
    private static readonly string[] AllColumns = TierSums.NamesOf(CodeSorting.ByNumber.Order);

    /// <inheritdoc />
    public string Name { get; } = scaling.Named("plain-tier");

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => AllColumns;

    /// <inheritdoc />
    public SparseVector Of(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return TierSums.Of(matrix, CodeSorting.ByNumber.PlaceOf, scaling);
    }
}
