using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>An active model and what is said of it in a recommendation.</summary>
internal sealed record LoadedModel(ModelReference Reference, ActiveModel Model);

/// <summary>The models that are active at one moment. A swap replaces the whole set, so that one answer never mixes two.</summary>
internal sealed class ModelSet(IReadOnlyList<LoadedModel> models)
{
    public static ModelSet None { get; } = new([]);

    public IReadOnlyList<ModelReference> References { get; } = [.. models.Select(model => model.Reference)];

    public ActivePlanModels Models { get; } = new([.. models.Select(model => model.Model)]);
}
