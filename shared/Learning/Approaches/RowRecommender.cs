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
    private readonly ILearned _action;
    private readonly ILearned _memory;
    private readonly ILearned _splitting;
    private readonly int?[] _steps;
    private readonly string?[] _splittings;

    private RowRecommender(ILearned action, ILearned memory, ILearned splitting, IReadOnlyList<RecordedTask> train)
    {
        (_action, _memory, _splitting) = (action, memory, splitting);
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
        ArgumentNullException.ThrowIfNull(approach);
        ArgumentNullException.ThrowIfNull(set);
        return new(Of(RecoveryTargets.Action), Of(RecoveryTargets.Memory), Of(RecoveryTargets.Splitting), set.Of(train));

        ILearned Of(Target target) => approach.Learn(Lesson.Of(set, target, train, watch, seed), cancellation);
    }

    /// <summary>The row of the likeliest plan of some tasks.</summary>
    public IReadOnlyList<ActionRow> Recommend(IReadOnlyList<int> rows)
    {
        var (actions, memories, splittings) = (_action.Answer(rows), _memory.Answer(rows), _splitting.Answer(rows));
        return [.. actions.Select((action, at) => RowOf(Likeliest(action, memories[at], splittings[at])))];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _action.Dispose();
        _memory.Dispose();
        _splitting.Dispose();
    }

    private static Plan Likeliest(double[] action, double[] memory, double[] splitting) => PlanComposer.Compose(new(
        action, memory, splitting, RecoveryTargets.Xrootd.FirstClass, RecoveryTargets.Memory.FirstClass, RecoveryTargets.Splitting.FirstClass))[0];

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
