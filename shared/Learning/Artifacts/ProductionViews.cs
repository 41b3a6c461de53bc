using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>The views that models in use may look through.</summary>
public static class ProductionViews
{
    /// <summary>The matrix by tiers, with all that is known beside it and what else was reported around.</summary>
    public static CombinedView Context { get; } = new(MatrixViews.Tier, new ExtrasView());

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ITaskView> All { get; } = [MatrixViews.Tier, Context];

    /// <summary>The view of a name and version.</summary>
    /// <exception cref="ArtifactRefusedException">This code has no such view, or has it in another version.</exception>
    public static ITaskView Of(string name, int version) => All.FirstOrDefault(view => view.Name == name) switch
    {
        null => throw new ArtifactRefusedException($"the model reads a view {name}, which this code does not have"),
        { } view when view.Version != version => throw new ArtifactRefusedException($"the model reads view {name} {version}, not {view.Version}"),
        { } view => view,
    };
}
