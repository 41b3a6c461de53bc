using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>The trained models whose answers make a plan.</summary>
/// <param name="Action">Of the target action.</param>
/// <param name="Memory">Of the target memory.</param>
/// <param name="Splitting">Of the target splitting.</param>
/// <param name="Xrootd">Of the target xrootd.</param>
public sealed record PlanModels(TrainedModel Action, TrainedModel Memory, TrainedModel Splitting, TrainedModel Xrootd)
{
    internal IReadOnlyList<PlanAnswers> AnswersTested(IReadOnlyList<SparseVector> rows)
    {
        var (action, memory) = (Action.Tested.Predict(rows), Memory.Tested.Predict(rows));
        var (splitting, xrootd) = (Splitting.Tested.Predict(rows), Xrootd.Tested.Predict(rows));
        return [.. Enumerable.Range(0, rows.Count).Select(row => Answers(action[row], memory[row], splitting[row], xrootd[row]))];
    }

    internal PlanAnswers ConstantTested() =>
        Answers(Action.Tested.BaseRates, Memory.Tested.BaseRates, Splitting.Tested.BaseRates, Xrootd.Tested.BaseRates);

    private PlanAnswers Answers(IReadOnlyList<double> action, IReadOnlyList<double> memory, IReadOnlyList<double> splitting, IReadOnlyList<double> xrootd) =>
        new(action, memory, splitting, xrootd, Memory.Usage.CloneRates!, Splitting.Usage.CloneRates!);
}
