using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// A task as a picture: one line per error code in a given order, one column per tier (T0 T1 T2 T3 other), errors at
/// good sites in the red channel, at bad sites in the green one. The columns of the view are the picture line by line,
/// channel last: the value at (line, tier, channel) is column <c>(line * Width + tier) * Channels + channel</c>. The
/// names are those of <see cref="PlainTierView"/> (<c>50660/T2/good</c> is red).
/// </summary>
/// <param name="sorting">The order of the lines; its name is the end of the view's name, e.g. <c>image-category</c>.</param>
/// <param name="scaling">How counts become brightness; the talk's network takes <see cref="Scaling.OwnMaximum"/>.</param>
public sealed class ImageView(CodeSorting sorting, Scaling scaling = Scaling.Log) : IMatrixView
{
    private readonly string[] _columns = TierSums.NamesOf(sorting.Order);

    /// <summary>Lines of the picture: the 74 codes of the talk and a bucket per category.</summary>
    public static int Height => CodeRows.Count;

    /// <summary>Columns of the picture: the tiers.</summary>
    public static int Width => Places.TierNames.Count;

    /// <summary>Red for good sites, green for bad ones.</summary>
    public static int Channels => 2;

    /// <summary>The order of the lines.</summary>
    public CodeSorting Sorting => sorting;

    /// <inheritdoc />
    public string Name { get; } = scaling.Named($"image-{sorting.Name}");

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc />
    public SparseVector Of(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return TierSums.Of(matrix, sorting.PlaceOf, scaling);
    }
}
