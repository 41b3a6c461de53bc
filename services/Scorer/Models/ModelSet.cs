using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>An active model and what is said of it in a recommendation.</summary>
internal sealed record LoadedModel(ModelReference Reference, ActiveModel Model);

/// <summary>How far the plans of a set can be trusted, and what is said of it in a recommendation.</summary>
internal sealed record LoadedConfidence(ModelReference Reference, PlanConfidence Confidence);

/// <summary>The models that are active at one moment. A swap replaces the whole set, so that one answer never mixes two.</summary>
/// <param name="models">The models.</param>
/// <param name="confidence">What was stored with them of how far their plans can be trusted; null when nothing was.</param>
internal sealed class ModelSet(IReadOnlyList<LoadedModel> models, LoadedConfidence? confidence = null)
{
    public static ModelSet None { get; } = new([]);

    public IReadOnlyList<ModelReference> References { get; } = [.. models.Select(model => model.Reference).Concat(confidence is null ? [] : [confidence.Reference]).OrderBy(reference => reference.Target, StringComparer.Ordinal)];

    public ActivePlanModels Models { get; } = new([.. models.Select(model => model.Model)], confidence?.Confidence);
}
