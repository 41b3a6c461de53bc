using System.Collections.Immutable;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A branch on the picture of a task: error codes in some order x tiers, good sites red, bad ones green.</summary>
/// <param name="name">Name of the order, for people.</param>
/// <param name="sortingOf">The order, which may be learned from the rows to train with.</param>
/// <param name="layers">The branch's layers, convolutions first.</param>
/// <param name="scaling">How counts become brightness.</param>
public sealed class ImageRecipe(string name, Func<Lesson, CodeSorting> sortingOf, ImmutableArray<LayerDesign> layers, Scaling scaling = Scaling.Log) : IBranchRecipe
{
    /// <inheritdoc />
    public string View => $"image by {name}";

    /// <inheritdoc />
    public PreparedBranch Prepare(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var view = new ImageView(sortingOf(lesson), scaling);
        return new(
            new(new ImageDesign(ImageView.Height, ImageView.Width, ImageView.Channels), layers),
            rows => new SparseRows([.. rows.Select(row => view.Of(MatrixOf(lesson, row)))]));
    }

    private static SiteErrorMatrix MatrixOf(Lesson lesson, int row) => lesson.Set.Tasks[row].Report.Matrix;
}
