using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class ActionRowsTests
{
    private static readonly IReadOnlyList<StudyRow> Rows = [.. ActionRows.Of(Made.Tasks(100, orderOf: Order))];

    [Fact]
    public void Every_row_of_the_action_table_stands_beside_that_of_the_talk()
    {
        var rates = Rows.Where(row => row is { Approach: "action table", Metric: "rate" }).ToList();

        Assert.Equal([0.60, 0.20, 0.10, 0.04, 0.02, 0.03, 0.01], rates.Select(row => Math.Round(row.Mean!.Value, 12)));
        Assert.Equal([0.8753, 0.0461, 0.0328, 0.0112, 0.0075, 0.0074, 0.02], rates.Select(row => row.Talk));
        Assert.Equal(1, Rows.Single(row => row.Metric == "different rows").Mean);
    }

    [Fact]
    public void The_inventory_counts_codes_at_good_and_bad_sites()
    {
        var codes = Rows.Where(row => row.Approach == "code inventory").ToDictionary(row => row.Target, row => row.Mean);

        Assert.Equal((3, 1, 3), (codes["codes at good sites"], codes["codes at bad sites"], codes["codes"]));
        Assert.Equal(1.0 / 3, codes["codes at both"]!.Value, 12);
    }

    [Fact]
    public void Nothing_of_it_is_learned() => Assert.All(Rows, row =>
        Assert.Equal((1, "all records", 0, 100, 1, null, null), (row.Row, row.Split, row.TrainSeconds, row.Records, row.Seeds, row.Spread, row.ConstantAnswer)));

    private static RecoveryAction Order(int at) => at switch
    {
        < 60 => Made.Plain,
        < 80 => new(RecoveryActionKind.Clone),
        < 90 => Made.Plain with { MemoryMb = 20_000 },
        < 94 => Made.Plain with { MemoryMb = 19_999 },
        < 96 => Made.Plain with { MemoryMb = 9_999 },
        < 99 => Made.Plain with { Splitting = "10x" },
        _ => new(RecoveryActionKind.OnHold),
    };
}
