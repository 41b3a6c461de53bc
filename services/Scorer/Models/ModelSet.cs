using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>A model in use and what is said of it in a recommendation.</summary>
internal sealed record LoadedModel(ModelReference Reference, ActiveModel Model);

/// <summary>How far the plans of a set can be trusted, and what is said of it in a recommendation.</summary>
internal sealed record LoadedConfidence(ModelReference Reference, PlanConfidence Confidence);

/// <summary>The models of one training. A swap replaces the whole set, so that one answer never mixes two.</summary>
/// <param name="models">The models.</param>
/// <param name="confidence">What was stored with them of how far their plans can be trusted; null when nothing was.</param>
/// <param name="runId">Their training; null without models.</param>
internal sealed class ModelSet(IReadOnlyList<LoadedModel> models, LoadedConfidence? confidence = null, Guid? runId = null)
{
    public static ModelSet None { get; } = new([]);

    public Guid? RunId { get; } = runId;

    public IReadOnlyList<ModelReference> References { get; } = [.. models.Select(model => model.Reference).Concat(confidence is null ? [] : [confidence.Reference]).OrderBy(reference => reference.Target, StringComparer.Ordinal)];

    public ActivePlanModels Models { get; } = new([.. models.Select(model => model.Model)], confidence?.Confidence);
}
