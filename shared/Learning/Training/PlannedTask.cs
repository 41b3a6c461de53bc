using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Training;

/// <summary>What some models' plans for a task came to beside what was ordered; the plans themselves are too many to keep.</summary>
/// <param name="Task">The task, whose order says all that it could.</param>
/// <param name="Actions">P(action).</param>
/// <param name="Ordered">Probability of the whole plan that was ordered.</param>
/// <param name="First">Probability of the likeliest whole plan.</param>
/// <param name="Second">Probability of the next one.</param>
/// <param name="FirstRight">Whether the likeliest whole plan was ordered.</param>
/// <param name="Decision">Probability of the likeliest action x memory x splitting, as it is recommended.</param>
/// <param name="DecisionRight">Whether that was ordered.</param>
/// <param name="OrderedMemory">Probability of the action and memory bin that were ordered.</param>
/// <param name="NotPlain">Probability of anything but an acdc that leaves memory and splitting as they are.</param>
/// <param name="WithMemory">Probability of an acdc with memory.</param>
/// <param name="OtherOfAuthors">Probability of what the published networks count as others.</param>
internal sealed record PlannedTask(
    RecordedTask Task,
    IReadOnlyList<double> Actions,
    double Ordered,
    double First,
    double Second,
    bool FirstRight,
    double Decision,
    bool DecisionRight,
    double OrderedMemory,
    double NotPlain,
    double WithMemory,
    double OtherOfAuthors)
{
    /// <summary>Those of some rows whose orders say all that they could, as the models say that have not seen them.</summary>
    public static IReadOnlyList<PlannedTask> Of(PlanModels models, TaskSet set, IReadOnlyList<int> rows) =>
        [.. rows.Where(row => SaysAll(set.Tasks[row])).Select(row => Of(set.Tasks[row], models.AskTested(set, row)))];

    /// <summary>An order without parameters leaves open whether it is plain.</summary>
    public static bool SaysAll(RecordedTask task) => RecoveryTargets.SaysAll(task.Action, task.ParametersGiven);

    public static PlannedTask Of(RecordedTask task, PlanAnswers answers)
    {
        var plans = PlanComposer.Compose(answers);
        var decisions = Decisions(plans);
        var likeliest = Array.IndexOf(decisions, decisions.Max());
        return new(
            task,
            answers.Action,
            plans.FirstOrDefault(plan => plan.IsOrder(task.Action))?.Probability ?? 0,
            plans[0].Probability,
            plans[1].Probability,
            plans[0].IsOrder(task.Action),
            decisions[likeliest],
            likeliest == PlaceOf(task.Action.Kind, MemoryBins.Of(task.Action.MemoryMb), SplittingBins.Of(task.Action.Splitting)),
            ProbabilityOf(plans, plan => plan.Action == task.Action.Kind && plan.Memory == MemoryBins.Names[MemoryBins.Of(task.Action.MemoryMb)]),
            ProbabilityOf(plans, plan => !plan.IsPlainAcdc),
            ProbabilityOf(plans, plan => plan.IsAcdcWithMemory),
            ProbabilityOf(plans, plan => IsOtherOfAuthors(plan.Action, plan.Memory, plan.Splitting)));
    }

    /// <summary>An order is read as a plan is, not by its row of the action table: examples of a service do not hold the sites that such a row names.</summary>
    public static bool IsOtherOfAuthors(RecoveryAction order) => IsOtherOfAuthors(
        order.Kind, MemoryBins.Names[MemoryBins.Of(order.MemoryMb)], SplittingBins.Names[SplittingBins.Of(order.Splitting)]);

    private static bool IsOtherOfAuthors(RecoveryActionKind kind, string memory, string splitting) =>
        splitting == SplittingBins.Names[0] && kind switch
        {
            RecoveryActionKind.Acdc => memory != MemoryBins.Names[0],
            RecoveryActionKind.Clone => memory == MemoryBins.Names[0],
            _ => false,
        };

    private static double ProbabilityOf(IReadOnlyList<Plan> plans, Func<Plan, bool> counts) => plans.Where(counts).Sum(plan => plan.Probability);

    /// <summary>Probabilities of action x memory x splitting: plans that differ in a switch alone are one decision.</summary>
    private static double[] Decisions(IReadOnlyList<Plan> plans)
    {
        var sums = new double[RecoveryActionNames.All.Count * MemoryBins.Names.Count * SplittingBins.Names.Count];
        foreach (var plan in plans)
            sums[PlaceOf(plan.Action, MemoryBins.PlaceOf(plan.Memory), SplittingBins.PlaceOf(plan.Splitting))] += plan.Probability;

        return sums;
    }

    private static int PlaceOf(RecoveryActionKind kind, int memory, int splitting) =>
        ((((int)kind * MemoryBins.Names.Count) + memory) * SplittingBins.Names.Count) + splitting;
}
