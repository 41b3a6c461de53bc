using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Training;

/// <summary>How the composed plans do on the test part, in the talk's two questions.</summary>
/// <param name="PlainAuroc">
/// Plain acdc (neither memory nor splitting changed) against everything else: the strict reading, everything but the
/// first row of the action table. Null when a side is missing.
/// </param>
/// <param name="MemoryAuroc">Acdc with memory set against everything else. Null when a side is missing.</param>
/// <param name="LogLoss">Of action x memory bin, in nats.</param>
/// <param name="ConstantLogLoss">The same from the base rates of the past.</param>
/// <param name="Tasks">Tasks of the test part.</param>
public sealed record PlanEvaluation(double? PlainAuroc, double? MemoryAuroc, double LogLoss, double ConstantLogLoss, int Tasks)
{
    /// <summary>Judges the models that have not seen the test part.</summary>
    /// <param name="models">The four targets' models, trained on these examples with these options.</param>
    /// <param name="examples">The examples they were trained on.</param>
    /// <param name="options">The options they were trained with.</param>
    public static PlanEvaluation Of(PlanModels models, IReadOnlyList<Example> examples, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(options);

        // An order without parameters leaves open whether it is plain.
        var test = TimeAndFamilySplit.Of(examples, options.CalibrateShare, options.TestShare).Test
            .Where(example => example.ParametersGiven || !RecoveryTargets.CarriesParameters(example.Action.Kind))
            .ToList();
        var answers = models.AnswersTested([.. test.Select(example => example.Features)]);
        var plans = answers.Select(PlanComposer.Compose).ToList();
        var constant = PlanComposer.Compose(models.ConstantTested());
        return new(
            RocCurve.Area([.. plans.Select(of => of.Where(plan => !plan.IsPlainAcdc).Sum(plan => plan.Probability))], [.. test.Select(example => !IsPlain(example.Action))]),
            RocCurve.Area([.. plans.Select(of => of.Where(plan => plan.IsAcdcWithMemory).Sum(plan => plan.Probability))], [.. test.Select(example => HasMemory(example.Action))]),
            test.Zip(plans, Loss).Average(),
            test.Average(example => Loss(example, constant)),
            test.Count);
    }

    private static bool IsPlain(RecoveryAction action) => action is { Kind: RecoveryActionKind.Acdc, MemoryMb: null, Splitting: null };

    private static bool HasMemory(RecoveryAction action) => action is { Kind: RecoveryActionKind.Acdc, MemoryMb: not null };

    private static double Loss(Example example, IReadOnlyList<Plan> plans)
    {
        var memory = MemoryBins.Names[MemoryBins.Of(example.Action.MemoryMb)];
        return -Math.Log(plans.Where(plan => plan.Action == example.Action.Kind && plan.Memory == memory).Sum(plan => plan.Probability));
    }
}
