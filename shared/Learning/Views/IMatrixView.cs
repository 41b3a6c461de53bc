using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>A view that needs nothing of a task but its site x error matrix.</summary>
public interface IMatrixView : ITaskView
{
    /// <summary>The matrix as this view sees it.</summary>
    SparseVector Of(SiteErrorMatrix matrix);

    /// <inheritdoc />
    SparseVector ITaskView.Of(ReportedTask task) => Of(task.Matrix);
}
