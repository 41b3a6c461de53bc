using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What one training brought: a model or a refusal for each target, and how they do together.</summary>
internal sealed class Candidates(IReadOnlyDictionary<Target, TrainingResult> results, IReadOnlyList<Example> examples, TrainingOptions options) : IDisposable
{
    public IEnumerable<TrainedModel> Models => Targets.Select(target => results[target].Model).OfType<TrainedModel>();

    public IReadOnlyList<Target> Targets { get; } = [.. RecoveryTargets.All.Where(results.ContainsKey)];

    /// <summary>The plans on the last part of time, by family; null without a model for the action.</summary>
    public PlanEvaluation? Plans { get; } = PlansOf(results) is { } models ? PlanEvaluation.Of(models, examples, options) : null;

    public string? RefusalOf(Target target) => results[target].Refusal;

    public TrainedModel? ModelOf(Target target) => results[target].Model;

    public PromotionDecision Decide(ActivePlanModels? active, DateTimeOffset activeUpTo) => Plans is null
        ? new(false, RefusalOf(RecoveryTargets.Action)!)
        : PromotionPolicy.Decide(Plans.LogLoss, Plans.ConstantLogLoss, active is null ? null : Fight(active, activeUpTo));

    public void Dispose()
    {
        foreach (var model in Models)
            model.Dispose();
    }

    /// <summary>Both judge the tasks that are later than all the active models have learned from and than the twins' past.</summary>
    private Duel Fight(ActivePlanModels active, DateTimeOffset activeUpTo)
    {
        var test = TimeAndFamilySplit.Of(examples, options.CalibrateShare, options.TestShare).Test;
        var newer = test.Where(example => example.ReportedAt > activeUpTo).ToList();
        var (tasks, candidate) = PlanEvaluation.LogLossOf(newer, PlansOf(results)!.AskTested);
        return new(tasks, candidate, PlanEvaluation.LogLossOf(newer, active.Ask).LogLoss);
    }

    private static PlanModels? PlansOf(IReadOnlyDictionary<Target, TrainingResult> results) =>
        results[RecoveryTargets.Action].Model is { } action
            ? new(action, results[RecoveryTargets.Memory].Model, results[RecoveryTargets.Splitting].Model, results[RecoveryTargets.Xrootd].Model)
            : null;
}
