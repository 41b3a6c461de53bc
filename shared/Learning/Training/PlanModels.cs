using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>The trained models whose answers make a plan. A parameter without a model is taken to stay as it is.</summary>
public sealed class PlanModels
{
    private readonly Dictionary<Target, TrainedModel> _models;

    /// <summary>Puts models together.</summary>
    /// <param name="models">At most one for each target, that of the action among them.</param>
    /// <exception cref="ArgumentException">There is none for the action.</exception>
    public PlanModels(IEnumerable<TrainedModel> models)
    {
        _models = models.ToDictionary(model => model.Target);
        if (!_models.ContainsKey(RecoveryTargets.Action))
            throw new ArgumentException("there is no plan without a model for the action", nameof(models));
    }

    /// <summary>What the models say that have not seen the test part.</summary>
    public PlanAnswers AskTested(ReportedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var seen = new ViewedTask(task);
        return Answers(model => model.Tested.Predict(seen.Through(model.View)));
    }

    /// <summary>The same of a row of a set, which remembers what views make of it.</summary>
    public PlanAnswers AskTested(TaskSet set, int row)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Answers(model => model.Tested.Predict(set.Through(model.View)[row]));
    }

    /// <summary>What the base rates of the past say of any task.</summary>
    public PlanAnswers ConstantTested() => Answers(model => model.Tested.BaseRates);

    private PlanAnswers Answers(Func<TrainedModel, IReadOnlyList<double>> ask) => PlanAnswers.Of(
        target => _models.TryGetValue(target, out var model) ? ask(model) : null,
        target => _models.GetValueOrDefault(target)?.TestedUsage.CloneRates);
}
