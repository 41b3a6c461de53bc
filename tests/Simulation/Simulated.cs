using System.Globalization;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>One simulated history of the published size, made once for all tests, and the counts they read from it.</summary>
internal static class Simulated
{
    public static SimulationOptions Options { get; } = new();

    public static IReadOnlyList<SimulatedTask> Tasks { get; } = [.. HistorySimulation.Records(Options)];

    public static IReadOnlyList<MatrixCell> Cells { get; } = [.. Tasks.SelectMany(task => task.Matrix.Cells)];

    public static IReadOnlyList<MatrixCell> RealCells { get; } = [.. Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported)];

    public static double Percent(Func<SimulatedTask, bool> condition) => Percent(Tasks, condition);

    public static double Percent(IEnumerable<SimulatedTask> tasks, Func<SimulatedTask, bool> condition) =>
        100 * tasks.Average(task => condition(task) ? 1.0 : 0.0);

    public static bool IsOther(SimulatedTask task) => task.Action.Kind != RecoveryActionKind.Acdc;

    public static bool OrdersMemory(SimulatedTask task) => !IsOther(task) && task.Action.MemoryMb is not null;

    public static DateTime RequestedAt(SimulatedTask task) =>
        DateTime.ParseExact(task.Workflow.Split('_')[^3], "yyMMdd", CultureInfo.InvariantCulture);

    public static long Count(SimulatedTask task, int code) => task.Matrix.Cells.Where(cell => cell.Code == code).Sum(cell => cell.Count);

    /// <summary>Percent of a code's failures that happened at good sites.</summary>
    public static double GoodPercent(int code)
    {
        var cells = Cells.Where(cell => cell.Code == code).ToList();
        return 100.0 * cells.Where(cell => cell.Readiness.IsGood()).Sum(cell => cell.Count) / cells.Sum(cell => cell.Count);
    }

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
