using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>A task with what views make of it, computed once for each view. For one thread.</summary>
internal sealed class ViewedTask(ReportedTask task)
{
    private readonly Dictionary<ITaskView, SparseVector> _rows = new(2);

    public SparseVector Through(ITaskView view) => _rows.TryGetValue(view, out var row) ? row : _rows[view] = view.Of(task);
}
