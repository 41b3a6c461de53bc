using System.Collections.Concurrent;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>Recorded tasks with what views make of them, computed once for each view. May be asked from several threads.</summary>
/// <param name="tasks">The tasks; a row number is a place in this list.</param>
public sealed class TaskSet(IReadOnlyList<RecordedTask> tasks)
{
    private readonly ConcurrentDictionary<(string Name, int Version), Lazy<IReadOnlyList<SparseVector>>> _seen = new();

    /// <summary>The tasks.</summary>
    public IReadOnlyList<RecordedTask> Tasks => tasks;

    /// <summary>Every task as a view sees it. Views of one name and version are taken as the same.</summary>
    public IReadOnlyList<SparseVector> Through(ITaskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return _seen.GetOrAdd(
            (view.Name, view.Version),
            _ => new(() => [.. tasks.Select(task => view.Of(task.Report))])).Value;
    }

    /// <summary>Some of the tasks, in the order of their rows.</summary>
    public IReadOnlyList<RecordedTask> Of(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.Select(row => tasks[row])];
    }
}
