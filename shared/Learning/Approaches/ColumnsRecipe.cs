using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A branch on the columns of a view, of which those are kept that the rows to train with use.</summary>
/// <param name="view">The view.</param>
/// <param name="layers">The branch's layers.</param>
public sealed class ColumnsRecipe(ITaskView view, ImmutableArray<LayerDesign> layers) : IBranchRecipe
{
    /// <inheritdoc />
    public string View => view.Name;

    /// <inheritdoc />
    public PreparedBranch Prepare(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var features = lesson.Set.Through(view);
        var selection = ColumnSelection.UsedBy([.. lesson.Train.Select(row => features[row])]);
        return new(
            new(new ColumnsDesign(selection.Count), layers),
            rows => new SparseRows([.. rows.Select(row => selection.Of(features[row]))]));
    }
}
