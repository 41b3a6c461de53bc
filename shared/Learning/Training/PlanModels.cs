using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>The trained models whose answers make a plan. A parameter without a model is taken to stay as it is.</summary>
/// <param name="Action">Of the target action.</param>
/// <param name="Memory">Of the target memory; null when it could not be trained.</param>
/// <param name="Splitting">Of the target splitting; null when it could not be trained.</param>
/// <param name="Xrootd">Of the target xrootd; null when it could not be trained.</param>
public sealed record PlanModels(TrainedModel Action, TrainedModel? Memory, TrainedModel? Splitting, TrainedModel? Xrootd)
{
    /// <summary>What the models say that have not seen the test part.</summary>
    public PlanAnswers AskTested(SparseVector task) => Answers(model => model.Tested.Predict(task));

    /// <summary>What the base rates of the past say of any task.</summary>
    public PlanAnswers ConstantTested() => Answers(model => model.Tested.BaseRates);

    private PlanAnswers Answers(Func<TrainedModel, IReadOnlyList<double>> ask) => new(
        ask(Action),
        Memory is null ? RecoveryTargets.Memory.FirstClass : ask(Memory),
        Splitting is null ? RecoveryTargets.Splitting.FirstClass : ask(Splitting),
        Xrootd is null ? RecoveryTargets.Xrootd.FirstClass : ask(Xrootd),
        Memory?.TestedUsage.CloneRates ?? RecoveryTargets.Memory.FirstClass,
        Splitting?.TestedUsage.CloneRates ?? RecoveryTargets.Splitting.FirstClass);
}
