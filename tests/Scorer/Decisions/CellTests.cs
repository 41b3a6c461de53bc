using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Scorer.Decisions;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class CellTests
{
    [Fact]
    public void What_dominates_is_what_most_failures_have_one_by_one_for_code_and_tier()
    {
        var dominant = Dominant.Of(Of(Error(50660, "T1_US_FNAL", 9), Error(92, count: 5), Error(85, count: 5), Error(-1, "T3_US_UMD", 1000)).MatrixOf());

        Assert.Equal((new Dominant(50660, Tier.T2), ErrorCategory.Memory), (dominant, dominant.Category));
    }

    [Fact]
    public void Of_equally_many_the_first_dominates() =>
        Assert.Equal(new(85, Tier.T1), Dominant.Of(Of(Error(92, count: 5), Error(85, "T1_US_FNAL", 5)).MatrixOf()));

    [Fact]
    public void Without_a_failure_nothing_dominates()
    {
        var dominant = Dominant.Of(Of(Error(-1)).MatrixOf());

        Assert.Equal((new Dominant(null, null), null), (dominant, dominant.Category));
        Assert.EndsWith("|none|none", Cell.Of(Files.Plain(1), dominant), StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_of_another_plan_category_or_tier_are_of_another_kind()
    {
        var (plan, dominant) = (Files.Plain(0.5), new Dominant(92, Tier.T2));
        string[] cells =
        [
            Cell.Of(plan, dominant), Cell.Of(plan with { Memory = "ge20" }, dominant), Cell.Of(plan with { Splitting = "max" }, dominant),
            Cell.Of(plan with { Xrootd = true }, dominant), Cell.Of(plan with { Secondary = true }, dominant), Cell.Of(plan with { CoresChanged = true }, dominant),
            Cell.Of(plan, dominant with { Code = 50664 }), Cell.Of(plan, dominant with { Tier = Tier.T1 }),
        ];

        Assert.Equal(cells.Distinct(), cells);
        Assert.Equal(cells[0], Cell.Of(plan with { Probability = 0.9 }, dominant with { Code = 85 }));
    }

    [Fact]
    public void A_cone_is_a_code_at_a_compute_site()
    {
        ErrorRow[] errors = [Error(92), Error(92, readiness: "red"), Error(92, "T1_US_FNAL"), Error(92, "T1_US_FNAL_Disk"), Error(71104, "Unknown"), Error(-1)];

        Assert.Equal([new Cone(92, "T1_US_FNAL"), new Cone(92, "T2_US_MIT")], Cone.Of(Files.Of(Files.Task with { Errors = errors })));
    }

    [Fact]
    public void An_automatic_recovery_has_its_part_in_the_budgets_of_the_hour_the_campaign_and_every_site_to_run_at() => Assert.Equal(
        [new BudgetClaim("all", "", 20), new("campaign", "Run2", 10), new("site", "T1_US_FNAL", 10), new("site", "T2_US_MIT", 10)],
        BudgetClaim.Of(Files.Of()));

    [Fact]
    public void The_hours_of_budgets_are_those_of_the_report_and_of_the_clock()
    {
        var reportedAt = new DateTimeOffset(2019, 3, 4, 6, 59, 59, TimeSpan.FromHours(1));
        var hour = new DateTimeOffset(2019, 3, 4, 5, 0, 0, TimeSpan.Zero);

        Assert.Equal([hour, hour.AddHours(2)], BudgetClaim.WindowsOf(reportedAt, hour.AddHours(2).AddMinutes(5)));
        Assert.Equal([hour], BudgetClaim.WindowsOf(reportedAt, hour.AddMinutes(59)));
    }
}
