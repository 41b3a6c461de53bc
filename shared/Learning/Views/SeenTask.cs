using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>A task with what views make of it, computed once for each view. For one thread.</summary>
internal sealed class SeenTask(ReportedTask task)
{
    private readonly Dictionary<ITaskView, SparseVector> _seen = new(2);

    public SparseVector Through(ITaskView view) => _seen.TryGetValue(view, out var row) ? row : _seen[view] = view.Of(task);
}
