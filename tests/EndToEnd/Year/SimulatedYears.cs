using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>Two simulated years that lie in the past: the first is on record, the second is lived through month by month.</summary>
internal sealed class SimulatedYears
{
    private static readonly DateTimeOffset Begin = new(2019, 7, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Lived = Begin.AddYears(1);

    private static readonly SimulationOptions Options = new() { Records = 6000, Seed = 5, From = Begin, To = Lived.AddYears(1) };

    private readonly List<SimulatedTask> _tasks = [.. HistorySimulation.Records(Options).Select(task => Troubles.Put(task, ShiftedAt))];

    /// <summary>From here on many workflows fail in a way that was rare, and operators answer it in a way that was rarer.</summary>
    public static DateTimeOffset ShiftedAt { get; } = Lived.AddMonths(2);

    public IReadOnlyList<SimulatedTask> History => Between(Begin, Lived);

    /// <summary>A month of the year that is lived through, from 1.</summary>
    public IReadOnlyList<SimulatedTask> Month(int number) => Between(Lived.AddMonths(number - 1), Lived.AddMonths(number));

    /// <summary>Everything up to the end of a month.</summary>
    public IReadOnlyList<SimulatedTask> UpTo(int month) => Between(Begin, Lived.AddMonths(month));

    private List<SimulatedTask> Between(DateTimeOffset from, DateTimeOffset to) => _tasks.FindAll(task => task.ReportedAt >= from && task.ReportedAt < to);
}
