using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// A way to look at a reported task: a pure function into named columns. A change of the columns or of their meaning is
/// a new <see cref="Version"/>: a model only accepts vectors of the view and version it was trained on.
/// </summary>
public interface ITaskView
{
    /// <summary>The view's name, e.g. <c>tier</c>.</summary>
    string Name { get; }

    /// <summary>Rises when columns change.</summary>
    int Version { get; }

    /// <summary>Column names in order, e.g. <c>50660/T2/good</c>.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The task as this view sees it.</summary>
    SparseVector Of(ReportedTask task);
}
