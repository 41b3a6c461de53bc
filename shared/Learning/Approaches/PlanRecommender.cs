using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Recommends action, memory bin and splitting bin together: the three targets are learned one by one, and of the plans
/// composed of their answers the likeliest is told. Remote read, secondary input and cores are left open.
/// </summary>
public sealed class PlanRecommender : IDisposable
{
    private readonly ILearned[] _targets;

    private PlanRecommender(ILearned[] targets) => _targets = targets;

    /// <summary>The targets that are learned, in the order of a plan.</summary>
    public static IReadOnlyList<Target> Targets { get; } = [RecoveryTargets.Action, RecoveryTargets.Memory, RecoveryTargets.Splitting];

    /// <summary>Learns the targets.</summary>
    /// <param name="approach">How each is learned.</param>
    /// <param name="set">All tasks.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="watch">Rows to stop and choose by.</param>
    /// <param name="seed">Seed of every draw.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PlanRecommender Learn(
        IApproach approach, TaskSet set, IReadOnlyList<int> train, IReadOnlyList<int> watch, int seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(approach);
        ArgumentNullException.ThrowIfNull(set);
        return new([.. Targets.Select(target => approach.Learn(Lesson.Of(set, target, train, watch, seed), cancellation))]);
    }

    /// <summary>The likeliest plan of each of some rows of the set; its remote read is off and means nothing.</summary>
    public IReadOnlyList<Plan> Recommend(IReadOnlyList<int> rows)
    {
        var answers = _targets.Select(target => target.Answer(rows)).ToList();
        return [.. Enumerable.Range(0, rows.Count).Select(at => Likeliest(answers[0][at], answers[1][at], answers[2][at]))];
    }

    /// <summary>The probability of a plain ACDC, which leaves memory and splitting as they are, for each of some rows of the set.</summary>
    public IReadOnlyList<double> PlainOdds(IReadOnlyList<int> rows)
    {
        var answers = _targets.Select(target => target.Answer(rows)).ToList();
        return [.. Enumerable.Range(0, rows.Count).Select(at => answers[0][at][(int)RecoveryActionKind.Acdc] * answers[1][at][0] * answers[2][at][0])];
    }

    /// <summary>Whether an order is of a plan's action, memory bin and splitting bin.</summary>
    public static bool IsOrdered(Plan plan, RecoveryAction order)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(order);
        return plan.Action == order.Kind
            && plan.Memory == MemoryBins.Names[MemoryBins.Of(order.MemoryMb)]
            && plan.Splitting == SplittingBins.Names[SplittingBins.Of(order.Splitting)];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var target in _targets)
            target.Dispose();
    }

    private static Plan Likeliest(double[] action, double[] memory, double[] splitting) => PlanComposer.Compose(new(
        action, memory, splitting, RecoveryTargets.Xrootd.FirstClass, RecoveryTargets.Memory.FirstClass, RecoveryTargets.Splitting.FirstClass))[0];
}
