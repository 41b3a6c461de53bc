using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>The models in use whose answers make a plan. A parameter without a model is taken to stay as it is.</summary>
/// <param name="models">At most one for each target.</param>
/// <param name="confidence">How far their plans can be trusted; null when that is not known.</param>
public sealed class ActivePlanModels(IReadOnlyList<ActiveModel> models, PlanConfidence? confidence = null)
{
    private readonly IReadOnlyDictionary<string, ActiveModel> _models = models.ToDictionary(model => model.Header.Target);

    /// <summary>Whether there is a model for the action, without which there is no plan.</summary>
    public bool CanPlan => Find(RecoveryTargets.Action) is not null;

    /// <summary>How far the plans can be trusted; null when that is not known.</summary>
    public PlanConfidence? Confidence => confidence;

    /// <summary>The model of a target; null when there is none.</summary>
    public ActiveModel? Find(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _models.GetValueOrDefault(target.Name);
    }

    /// <summary>What the models say of a task. Each view looks at the task once, however many models read it.</summary>
    public PlanAnswers Ask(ReportedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var seen = new ViewedTask(task);
        return PlanAnswers.Of(
            target => Find(target) is { } model ? model.Predict(seen.Through(model.View)) : null,
            target => Find(target)?.Header.Usage.CloneRates);
    }
}
