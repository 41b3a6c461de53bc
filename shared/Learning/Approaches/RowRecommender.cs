using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Recommends the row of the action table as a whole: the targets action, memory and splitting are learned one by one, their
/// answers are composed to plans, and the likeliest plan is told with the values that operators type most within its bins.
/// </summary>
public sealed class RowRecommender : IDisposable
{
    private readonly PlanRecommender _plans;
    private readonly int?[] _steps;
    private readonly string?[] _splittings;

    private RowRecommender(PlanRecommender plans, IReadOnlyList<RecordedTask> train)
    {
        _plans = plans;
        var carrying = train.Where(task => RecoveryTargets.CarriesParameters(task.Action.Kind)).Select(task => task.Action).ToList();
        _steps = [.. MemoryBins.Names.Select((_, bin) => Commonest(carrying.Where(order => MemoryBins.Of(order.MemoryMb) == bin).Select(order => ActionRow.Of(order).MemoryStep)))];
        _splittings = [.. SplittingBins.Names.Select((_, bin) => Commonest(carrying.Where(order => SplittingBins.Of(order.Splitting) == bin).Select(order => order.Splitting)))];
    }

    /// <summary>Learns the targets.</summary>
    /// <param name="approach">How each is learned.</param>
    /// <param name="set">All tasks.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="watch">Rows to stop and choose by.</param>
    /// <param name="seed">Seed of every draw.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public static RowRecommender Learn(
        IApproach approach, TaskSet set, IReadOnlyList<int> train, IReadOnlyList<int> watch, int seed, CancellationToken cancellation = default)
    {
        var plans = PlanRecommender.Learn(approach, set, train, watch, seed, cancellation);
        return new(plans, set.Of(train));
    }

    /// <summary>The row of the likeliest plan of some tasks.</summary>
    public IReadOnlyList<ActionRow> Recommend(IReadOnlyList<int> rows) => [.. _plans.Recommend(rows).Select(RowOf)];

    /// <inheritdoc />
    public void Dispose() => _plans.Dispose();

    private ActionRow RowOf(Plan plan) => new(
        plan.Action,
        _splittings[PlaceOf(SplittingBins.Names, plan.Splitting)],
        XrootdDisabled: false,
        RecoveryTargets.CarriesParameters(plan.Action),
        _steps[PlaceOf(MemoryBins.Names, plan.Memory)],
        CoresGiven: false);

    private static int PlaceOf(IReadOnlyList<string> names, string name) => names.Index().First(item => item.Item == name).Index;

    private static T? Commonest<T>(IEnumerable<T?> values) => values
        .GroupBy(value => value)
        .OrderByDescending(group => group.Count())
        .Select(group => group.Key)
        .FirstOrDefault();
}
