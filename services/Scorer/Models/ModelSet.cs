using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>An active model and what is said of it in a recommendation.</summary>
internal sealed record LoadedModel(ModelReference Reference, ActiveModel Model);

/// <summary>The models that are active at one moment. A swap replaces the whole set, so that one answer never mixes two.</summary>
internal sealed class ModelSet(IReadOnlyList<LoadedModel> models)
{
    public static ModelSet None { get; } = new([]);

    public IReadOnlyList<ModelReference> References { get; } = [.. models.Select(model => model.Reference)];

    /// <summary>Without a model for the action nothing can be recommended; a parameter without one stays as it is.</summary>
    public bool CanRecommend => Find(RecoveryTargets.Action) is not null;

    public ActiveModel? Find(Target target) => models.FirstOrDefault(model => model.Reference.Target == target.Name)?.Model;

    public PlanAnswers Ask(SparseVector task) => new(
        Predict(RecoveryTargets.Action, task),
        Predict(RecoveryTargets.Memory, task),
        Predict(RecoveryTargets.Splitting, task),
        Predict(RecoveryTargets.Xrootd, task),
        CloneRates(RecoveryTargets.Memory),
        CloneRates(RecoveryTargets.Splitting));

    private double[] Predict(Target target, SparseVector task) => Find(target)?.Predict(task) ?? FirstClass(target);

    private IReadOnlyList<double> CloneRates(Target target) => Find(target)?.Header.Usage.CloneRates ?? FirstClass(target);

    private static double[] FirstClass(Target target) => [1.0, .. target.Classes.Skip(1).Select(_ => 0.0)];
}
