using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Targets;

/// <summary>
/// The targets whose answers together make a plan. Parameters are learned on acdc and recovery orders that gave
/// parameters, so that the probability of a plan is P(action) times that of each parameter, given an action that carries them.
/// </summary>
public static class RecoveryTargets
{
    /// <summary>The action's name; classes follow <see cref="RecoveryActionKind"/>.</summary>
    public static Target Action { get; } = new("action", RecoveryActionNames.All, (action, _) => (int)action.Kind);

    /// <summary>The memory bin, see <see cref="MemoryBins"/>.</summary>
    public static Target Memory { get; } = OfParameter("memory", MemoryBins.Names, MemoryBins.Of);

    /// <summary>The splitting bin, see <see cref="SplittingBins"/>.</summary>
    public static Target Splitting { get; } = OfParameter("splitting", SplittingBins.Names, action => SplittingBins.Of(action.Splitting));

    /// <summary>Whether remote read of the input is switched on; unset and disabled are one class.</summary>
    public static Target Xrootd { get; } = OfParameter("xrootd", ["not-enabled", "enabled"], action => action.Xrootd is true ? 1 : 0);

    /// <summary>Whether remote read of the secondary (pile-up) input is switched on; unset and disabled are one class.</summary>
    public static Target Secondary { get; } = OfParameter("secondary", ["not-enabled", "enabled"], action => action.Secondary is true ? 1 : 0);

    /// <summary>Whether the job gets another number of cores.</summary>
    public static Target Cores { get; } = OfParameter("cores", ["unchanged", "changed"], action => action.Cores is null ? 0 : 1);

    /// <summary>All of them, the action first.</summary>
    public static IReadOnlyList<Target> All { get; } = [Action, Memory, Splitting, Xrootd, Secondary, Cores];

    /// <summary>The target of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Target Of(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new ArgumentException($"'{name}' is not a target", nameof(name));

    /// <summary>Whether an action runs jobs again with memory, splitting and xrootd as ordered.</summary>
    public static bool CarriesParameters(RecoveryActionKind kind) => kind is RecoveryActionKind.Acdc or RecoveryActionKind.Recovery;

    /// <summary>Whether an order tells all that it could: the name alone of an action that carries parameters leaves them open.</summary>
    /// <param name="action">The order.</param>
    /// <param name="parametersGiven">Whether it said more than the action's name.</param>
    public static bool SaysAll(RecoveryAction action, bool parametersGiven)
    {
        ArgumentNullException.ThrowIfNull(action);
        return parametersGiven || !CarriesParameters(action.Kind);
    }

    private static Target OfParameter(string name, IReadOnlyList<string> classes, Func<RecoveryAction, int> binOf) =>
        new(name, classes, (action, given) => given && CarriesParameters(action.Kind) ? binOf(action) : null);
}
