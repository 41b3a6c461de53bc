using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Training;

/// <summary>How the composed plans do on the test part, in the talk's two questions.</summary>
/// <param name="StrictAuroc">
/// Unmodified acdc (neither memory nor splitting changed) against everything else: <see cref="TalkTargets.Unmodified"/>, in
/// which rare rows such as acdc without remote read still count as acdc. Null when a side is missing.
/// </param>
/// <param name="MemoryAuroc">Acdc with memory set against everything else. Null when a side is missing.</param>
/// <param name="LogLoss">Of action x memory bin, in nats.</param>
/// <param name="ConstantLogLoss">The same from the base rates of the past.</param>
/// <param name="Tasks">Tasks of the test part.</param>
/// <param name="PlainAuroc">
/// Plain acdc against others as the talk's published networks count them: others are the plain clone and acdc with only
/// memory changed, the rare rows of the action table count as acdc. Null when a side is missing.
/// </param>
/// <param name="CalibrationError">How far the probability of the likeliest plan (action, memory, splitting) is from how often it is ordered, 0 to 1.</param>
public sealed record PlanEvaluation(
    double? StrictAuroc, double? MemoryAuroc, double LogLoss, double ConstantLogLoss, int Tasks, double? PlainAuroc, double CalibrationError)
{
    /// <summary>What was held impossible costs as much as one in a million, so that one surprise does not drown everything.</summary>
    private const double Floor = 1e-6;

    /// <summary>Judges the models that have not seen the test part.</summary>
    /// <param name="models">The four targets' models, trained on these examples with these options.</param>
    /// <param name="examples">The examples they were trained on.</param>
    /// <param name="options">The options they were trained with.</param>
    public static PlanEvaluation Of(PlanModels models, IReadOnlyList<Example> examples, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(options);

        var test = TimeAndFamilySplit.Of(examples, options.CalibrateShare, options.TestShare).Test.Where(SaysAll).ToList();
        var plans = test.Select(example => PlanComposer.Compose(models.AskTested(example.Features))).ToList();
        var constant = PlanComposer.Compose(models.ConstantTested());
        return new(
            AurocOf(test, plans, plan => !plan.IsPlainAcdc, example => IsSecondOf(TalkTargets.Unmodified, example)),
            AurocOf(test, plans, plan => plan.IsAcdcWithMemory, example => IsSecondOf(TalkTargets.Memory, example)),
            test.Zip(plans, Loss).DefaultIfEmpty(0).Average(),
            test.Select(example => Loss(example, constant)).DefaultIfEmpty(0).Average(),
            test.Count,
            AurocOf(test, plans, plan => IsOtherOfAuthors((plan.Action, plan.Memory, plan.Splitting)), example => IsOtherOfAuthors(KeyOf(example.Action))),
            test.Count == 0 ? 0 : CalibrationErrorOf(test, plans));
    }

    /// <summary>Mean -ln p of action x memory bin over tasks, in nats; tasks whose order leaves its parameters open do not count.</summary>
    /// <param name="examples">The tasks.</param>
    /// <param name="ask">What some models say of one.</param>
    public static (int Tasks, double LogLoss) LogLossOf(IEnumerable<Example> examples, Func<SparseVector, PlanAnswers> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var losses = examples.Where(SaysAll).Select(example => Loss(example, PlanComposer.Compose(ask(example.Features)))).ToList();
        return (losses.Count, losses.DefaultIfEmpty(0).Average());
    }

    // An order without parameters leaves open whether it is plain.
    private static bool SaysAll(Example example) => RecoveryTargets.SaysAll(example.Action, example.ParametersGiven);

    private static double CalibrationErrorOf(List<Example> test, List<IReadOnlyList<Plan>> plans)
    {
        var merged = plans.Select(of => of.GroupBy(plan => (plan.Action, plan.Memory, plan.Splitting)).ToList()).ToList();
        return ProbabilityScores.CalibrationError(
            [.. merged.Select(of => of.Select(group => group.Sum(plan => plan.Probability)).ToArray())],
            [.. test.Select((example, row) => merged[row].FindIndex(group => group.Key == KeyOf(example.Action)))]);
    }

    private static (RecoveryActionKind, string, string) KeyOf(RecoveryAction action) =>
        (action.Kind, MemoryBins.Names[MemoryBins.Of(action.MemoryMb)], SplittingBins.Names[SplittingBins.Of(action.Splitting)]);

    private static double? AurocOf(
        List<Example> test, List<IReadOnlyList<Plan>> plans, Func<Plan, bool> isPositivePlan, Func<Example, bool> isPositive) =>
        RocCurve.Area(
            [.. plans.Select(of => of.Where(isPositivePlan).Sum(plan => plan.Probability))],
            [.. test.Select(isPositive)]);

    private static bool IsSecondOf(Target target, Example example) => target.ClassOf(example.Action, example.ParametersGiven) == 1;

    // An order is read as a plan is, not by its row of the action table: examples of a service do not hold the sites that such a row names.
    private static bool IsOtherOfAuthors((RecoveryActionKind Action, string Memory, string Splitting) order) =>
        order.Splitting == SplittingBins.Names[0] && order.Action switch
        {
            RecoveryActionKind.Acdc => order.Memory != MemoryBins.Names[0],
            RecoveryActionKind.Clone => order.Memory == MemoryBins.Names[0],
            _ => false,
        };

    private static double Loss(Example example, IReadOnlyList<Plan> plans)
    {
        var memory = MemoryBins.Names[MemoryBins.Of(example.Action.MemoryMb)];
        var probability = plans.Where(plan => plan.Action == example.Action.Kind && plan.Memory == memory).Sum(plan => plan.Probability);
        return -Math.Log(Math.Max(probability, Floor));
    }
}
