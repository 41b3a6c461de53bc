using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Training;

/// <summary>One value that operators typed, and how often.</summary>
/// <param name="Value">As typed: memory in MB (<c>20000</c>), a splitting (<c>10x</c>) or cores (<c>4</c>).</param>
/// <param name="Count">Orders with it in the training window.</param>
public sealed record TypicalValue(string Value, int Count);

/// <summary>What the bins of a parameter target stand for.</summary>
/// <param name="Typical">Per class the values that operators typed, the commonest first; empty for the action and for switches.</param>
/// <param name="CloneRates">Class probabilities among clones, which are too few to learn from; null where clones do not carry the parameter.</param>
public sealed record ParameterUsage(IReadOnlyList<IReadOnlyList<TypicalValue>> Typical, IReadOnlyList<double>? CloneRates)
{
    internal static ParameterUsage Of(Target target, IReadOnlyList<RecordedTask> tasks, DateTimeOffset newest, TimeSpan halfLife)
    {
        Func<RecoveryAction, (int Bin, string? Value)>? read = target.Name switch
        {
            "memory" => action => (MemoryBins.Of(action.MemoryMb), action.MemoryMb?.ToString()),
            "splitting" => action => (SplittingBins.Of(action.Splitting), action.Splitting),
            "cores" => action => (action.Cores is null ? 0 : 1, action.Cores?.ToString()),
            _ => null,
        };
        return read is null
            ? new([.. target.Classes.Select(_ => Array.Empty<TypicalValue>())], CloneRates: null)
            : new(TypicalOf(target, tasks, read), target == RecoveryTargets.Cores ? null : CloneRatesOf(target, tasks, read, newest, halfLife));
    }

    private static IReadOnlyList<TypicalValue>[] TypicalOf(
        Target target, IReadOnlyList<RecordedTask> tasks, Func<RecoveryAction, (int Bin, string? Value)> read)
    {
        var typed = tasks
            .Where(task => RecoveryTargets.CarriesParameters(task.Action.Kind))
            .Select(task => read(task.Action))
            .Where(entry => entry.Value is not null)
            .ToLookup(entry => entry.Bin, entry => entry.Value!);
        return [.. target.Classes.Select((_, bin) => typed[bin]
            .GroupBy(value => value)
            .Select(group => new TypicalValue(group.Key, group.Count()))
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .ToArray())];
    }

    private static double[] CloneRatesOf(
        Target target, IReadOnlyList<RecordedTask> tasks, Func<RecoveryAction, (int Bin, string? Value)> read, DateTimeOffset newest, TimeSpan halfLife) =>
        BaseRates.Of(
            tasks
                .Where(task => task.Action.Kind == RecoveryActionKind.Clone && task.ParametersGiven)
                .Select(task => (read(task.Action).Bin, BaseRates.Recency(task.Report.ReportedAt, newest, halfLife))),
            target.Classes.Count);
}
