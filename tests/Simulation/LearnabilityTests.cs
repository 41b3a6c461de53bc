using WorkflowRecovery.Domain.Actions;
using static WorkflowRecovery.Simulation.Tests.Simulated;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>How much of the action the matrix tells: enough for memory, little for a clone.</summary>
public sealed class LearnabilityTests
{
    private const int Memory = 50660;

    [Fact]
    public void The_count_of_one_code_nearly_tells_the_memory_orders() =>
        Near(0.965, Auroc(Tasks.Where(task => !IsOther(task)), task => Count(task, Memory), OrdersMemory), 0.02);

    [Fact]
    public void Many_failures_by_memory_mostly_lead_to_a_memory_order_and_a_single_one_seldomer()
    {
        var acdc = Tasks.Where(task => !IsOther(task)).ToList();
        Near(85, Percent(acdc.Where(task => Count(task, Memory) >= 10), OrdersMemory), 7);
        Near(40, Percent(acdc.Where(task => Count(task, Memory) == 1), OrdersMemory), 25);
    }

    [Theory]
    [InlineData(73, 5, 15)]
    [InlineData(8001, 1.7, 3.5)]
    [InlineData(139, 1.5, 3.2)]
    [InlineData(8021, 0, 0.7)]
    [InlineData(Memory, 0.3, 0.9)]
    public void Codes_are_lifted_or_lowered_among_other_actions_as_published(int code, double low, double high)
    {
        var share = Tasks.ToLookup(IsOther).ToDictionary(tasks => tasks.Key, tasks =>
        {
            var cells = tasks.SelectMany(task => task.Matrix.Cells).Where(cell => cell.Code != -1).ToList();
            return cells.Average(cell => cell.Code == code ? 1.0 : 0.0);
        });

        Assert.InRange(share[true] / share[false], low, high);
    }

    [Theory]
    [InlineData(73)]
    [InlineData(139)]
    [InlineData(8001)]
    [InlineData(92)]
    [InlineData(99303)]
    public void No_count_of_one_code_tells_a_clone(int code) => Assert.InRange(
        Auroc(Tasks, task => Count(task, code), task => task.Action.Kind == RecoveryActionKind.Clone), 0.45, 0.62);

    /// <summary>Probability that a positive scores above a negative; ties count half.</summary>
    private static double Auroc(IEnumerable<SimulatedTask> tasks, Func<SimulatedTask, double> score, Func<SimulatedTask, bool> positive)
    {
        double below = 0, won = 0, positives = 0;
        foreach (var tied in tasks.GroupBy(score).OrderBy(group => group.Key))
        {
            double yes = tied.Count(positive), no = tied.Count() - yes;
            won += yes * (below + (no / 2));
            below += no;
            positives += yes;
        }

        return won / (positives * below);
    }
}
