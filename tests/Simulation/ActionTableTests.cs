using WorkflowRecovery.Domain.Actions;
using static WorkflowRecovery.Simulation.Tests.Simulated;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>The simulated actions held against the published action table and notebooks (percent of all records).</summary>
public sealed class ActionTableTests
{
    [Fact]
    public void Plain_ACDC_is_seven_eighths_of_the_records() =>
        Near(87.53, Percent(task => task is { ParametersGiven: true, Action: { Kind: RecoveryActionKind.Acdc, MemoryMb: null, Splitting: null, Cores: null } }), 1.5);

    [Fact]
    public void Clones_without_parameters_have_the_published_share() =>
        Near(4.61, Percent(task => task.Action is { Kind: RecoveryActionKind.Clone, MemoryMb: null, Splitting: null }), 1);

    [Theory]
    [InlineData(20_000, int.MaxValue, 3.28, 0.6)]
    [InlineData(10_000, 19_999, 1.12, 0.4)]
    [InlineData(1, 9_999, 0.75, 0.3)]
    public void Memory_orders_have_the_published_shares(int from, int to, double percent, double tolerance) =>
        Near(percent, Percent(task => OrdersMemory(task) && task.Action.MemoryMb >= from && task.Action.MemoryMb <= to), tolerance);

    [Fact]
    public void Splitting_ten_times_finer_has_the_published_share() =>
        Near(0.74, Percent(task => task.Action is { Kind: RecoveryActionKind.Acdc, Splitting: "10x" }), 0.25);

    [Fact]
    public void There_are_about_thirty_rarer_rows_of_little_weight()
    {
        var rows = Tasks
            .GroupBy(task => (task.Action.Kind, task.Action.Splitting, task.Action.Xrootd != false, task.Action.Sites.Length > 0, task.Action.MemoryMb / 10_000, task.Action.Cores))
            .Select(row => row.Count())
            .OrderDescending()
            .ToList();

        Near(33, rows.Count, 8);
        Assert.True(rows.Skip(6).Sum() < 0.03 * Tasks.Count);
    }

    [Fact]
    public void Other_actions_become_rare_in_May_2018()
    {
        var change = new DateTime(2018, 5, 1);
        Near(10.5, Percent(Tasks.Where(task => RequestedAt(task) < change), IsOther), 2);
        Near(2.6, Percent(Tasks.Where(task => RequestedAt(task) >= change), IsOther), 0.8);
    }

    [Fact]
    public void Twenty_GB_becomes_the_usual_memory()
    {
        var change = new DateTime(2018, 5, 1);
        Near(36, Percent(Tasks.Where(task => OrdersMemory(task) && RequestedAt(task) < change), task => task.Action.MemoryMb >= 20_000), 10);
        Near(90, Percent(Tasks.Where(task => OrdersMemory(task) && RequestedAt(task) >= change), task => task.Action.MemoryMb >= 20_000), 6);
    }

    [Fact]
    public void More_than_a_quarter_of_the_ACDC_orders_read_their_input_remotely() =>
        Near(28, Percent(Tasks.Where(task => task.Action.Kind == RecoveryActionKind.Acdc), task => task.Action.Xrootd == true), 3);

    [Fact]
    public void ACDC_orders_name_sites_and_orders_for_whole_workflows_do_not() => Assert.All(Tasks, task =>
    {
        Assert.Equal(task is { WholeWorkflow: false, ParametersGiven: true }, !task.Action.Sites.IsEmpty);
        Assert.Equal(task.WholeWorkflow, task.Action.Kind is not (RecoveryActionKind.Acdc or RecoveryActionKind.Recovery));
    });

    [Fact]
    public void A_task_left_out_of_the_form_has_no_parameters() => Assert.All(
        Tasks.Where(task => !task.ParametersGiven),
        task => Assert.Equal(new RecoveryAction(RecoveryActionKind.Acdc), task.Action with { Sites = [] }));

    [Fact]
    public void Ordered_memory_of_ACDC_is_above_what_the_request_had() =>
        Assert.All(Tasks.Where(OrdersMemory), task => Assert.True(task.Action.MemoryMb > task.MemoryMb));
}
