using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

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

    /// <summary>Mean -ln p of action x memory bin over tasks, in nats; tasks whose order leaves its parameters open do not count.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="ask">What some models say of one.</param>
    public static (int Tasks, double LogLoss) LogLossOf(IEnumerable<RecordedTask> tasks, Func<ReportedTask, PlanAnswers> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var losses = tasks.Where(PlannedTask.SaysAll).Select(task => Loss(PlannedTask.Of(task, ask(task.Report)))).ToList();
        return (losses.Count, losses.DefaultIfEmpty(0).Average());
    }

    /// <summary>Judges the models that have not seen some tasks by their plans for them.</summary>
    internal static PlanEvaluation Of(PlanModels models, IReadOnlyList<PlannedTask> test)
    {
        var constant = models.ConstantTested();
        return new(
            AurocOf(test, task => task.NotPlain, order => TalkTargets.Unmodified.ClassOf(order.Action, order.ParametersGiven) == 1),
            AurocOf(test, task => task.WithMemory, order => TalkTargets.Memory.ClassOf(order.Action, order.ParametersGiven) == 1),
            test.Select(Loss).DefaultIfEmpty(0).Average(),
            test.Select(task => Loss(PlannedTask.Of(task.Task, constant))).DefaultIfEmpty(0).Average(),
            test.Count,
            AurocOf(test, task => task.OtherOfAuthors, order => PlannedTask.IsOtherOfAuthors(order.Action)),
            test.Count == 0 ? 0 : ProbabilityScores.CalibrationError([.. test.Select(task => new[] { task.Decision })], [.. test.Select(task => task.DecisionRight ? 0 : 1)]));
    }

    private static double? AurocOf(IReadOnlyList<PlannedTask> test, Func<PlannedTask, double> score, Func<RecordedTask, bool> isPositive) =>
        RocCurve.Area([.. test.Select(score)], [.. test.Select(task => isPositive(task.Task))]);

    private static double Loss(PlannedTask task) => -Math.Log(Math.Max(task.OrderedMemory, Floor));
}
