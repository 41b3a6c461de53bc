using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>The models in use whose answers make a plan. A parameter without a model is taken to stay as it is.</summary>
/// <param name="models">At most one for each target.</param>
public sealed class ActivePlanModels(IReadOnlyList<ActiveModel> models)
{
    /// <summary>Whether there is a model for the action, without which there is no plan.</summary>
    public bool CanPlan => Find(RecoveryTargets.Action) is not null;

    /// <summary>The model of a target; null when there is none.</summary>
    public ActiveModel? Find(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return models.FirstOrDefault(model => model.Header.Target == target.Name);
    }

    /// <summary>What the models say of a task.</summary>
    public PlanAnswers Ask(SparseVector task) => new(
        Predict(RecoveryTargets.Action, task),
        Predict(RecoveryTargets.Memory, task),
        Predict(RecoveryTargets.Splitting, task),
        Predict(RecoveryTargets.Xrootd, task),
        Find(RecoveryTargets.Memory)?.Header.Usage.CloneRates ?? RecoveryTargets.Memory.FirstClass,
        Find(RecoveryTargets.Splitting)?.Header.Usage.CloneRates ?? RecoveryTargets.Splitting.FirstClass);

    private IReadOnlyList<double> Predict(Target target, SparseVector task) => Find(target)?.Predict(task) ?? target.FirstClass;
}
