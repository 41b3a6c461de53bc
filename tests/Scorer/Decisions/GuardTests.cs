using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Decisions;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

/// <summary>What is never automatic, whatever the models say.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("assistance-manual", true)]
    [InlineData("assistance-manual-recovered", true)]
    [InlineData("assistance-filemismatch-MANUAL", true)]
    [InlineData("assistance", false)]
    [InlineData("assistance-manually", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("assistance-manual-recovering", false)]
    [InlineData("assistance-manual-on-hold", false)]
    [InlineData("assistance-manual-onhold", false)]
    [InlineData("assistance-manual-noRecoveryDoc", false)]
    [InlineData("assistance-norecoverydoc-manual", false)]
    public void The_status_asks_for_an_operator_and_for_nothing_else(string? status, bool passes) =>
        AssertHeld(passes, "guard.status", Files.Task with { Status = status });

    [Fact]
    public void A_status_that_does_both_wrong_is_told_both() =>
        Assert.Equal(["guard.status", "guard.status"], Decision.Of(Files.Of(Files.Task with { Status = "assistance-recovering" })).Features());

    [Theory]
    [InlineData(0, true)]
    [InlineData(48 * 3600, true)]
    [InlineData(48 * 3600 + 1, false)]
    public void An_event_is_no_older_than_two_days_on_arrival(int seconds, bool passes) =>
        AssertHeld(passes, "guard.age", facts: Files.Facts with { Now = ReportedAt.AddSeconds(seconds) });

    [Theory]
    [InlineData("Production", true)]
    [InlineData("processing", true)]
    [InlineData("Merge", true)]
    [InlineData("Harvesting", false)]
    [InlineData("Skim", false)]
    [InlineData(null, false)]
    public void The_task_is_processing_production_or_merge(string? type, bool passes) =>
        AssertHeld(passes, "guard.task", Files.Task with { TaskType = type });

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public void There_is_a_recovery_document_unless_we_are_told_otherwise(bool? document, bool passes) =>
        AssertHeld(passes, "guard.document", Files.Task with { HasRecoveryDocument = document });

    [Fact]
    public void There_is_a_site_to_run_at()
    {
        Assert.Equal(["guard.sites"], Decision.Of(Files.Of(unavailable: ["T2_US_MIT", "T1_US_FNAL"])).Features());
        Assert.Empty(Decision.Of(Files.Of(unavailable: ["T2_US_MIT"])).Features());
        AssertHeld(false, "guard.sites", Files.Task with { Sites = ["T1_US_FNAL_Disk", "Unknown"] });
    }

    [Theory]
    [InlineData(73)]
    [InlineData(134)]
    [InlineData(137)]
    [InlineData(8001)]
    [InlineData(8002)]
    [InlineData(8004)]
    [InlineData(71104)]
    [InlineData(99303)]
    public void An_error_that_calls_for_something_else_first_is_reviewed_when_it_dominates(int code)
    {
        AssertHeld(false, "guard.procedure", Files.Task with { Errors = [Error(92, count: 20), Error(code, count: 21)] });
        AssertHeld(true, "guard.procedure", Files.Task with { Errors = [Error(92, count: 22), Error(code, count: 21)] });
    }

    [Fact]
    public void Failures_at_no_site_count_for_what_dominates() =>
        AssertHeld(false, "guard.procedure", Files.Task with { Errors = [Error(92, count: 20), Error(71104, "NoReportedSite", 21)] });

    [Fact]
    public void Work_lost_without_any_report_is_reviewed() =>
        AssertHeld(false, "guard.procedure", Files.Task with { Errors = [Error(-1, count: 1)] });

    [Theory]
    [InlineData(1, "pdmvserv_w", 92, true)]
    [InlineData(2, "pdmvserv_w", 92, false)]
    [InlineData(2, "pdmvserv_w", 85, true)]
    [InlineData(2, "pdmvserv_w", null, false)]
    [InlineData(7, "pdmvserv_w", 92, false)]
    [InlineData(null, "pdmvserv_w", 92, true)]
    [InlineData(1, "pdmvserv_ACDC0_w", 92, true)]
    [InlineData(1, "pdmvserv_ACDC1_w", 92, false)]
    [InlineData(null, "pdmvserv_ACDC10_w", 92, false)]
    [InlineData(null, "ACDC2_w", null, false)]
    [InlineData(null, "pdmvserv_ACDC1_w", 85, true)]
    [InlineData(null, "pdmvserv_xACDC1_w", 92, true)]
    [InlineData(null, "pdmvserv_ACDC_w", 92, true)]
    public void What_was_recovered_twice_for_the_same_error_is_reviewed(int? attempt, string workflow, int? earlier, bool passes) => AssertHeld(
        passes, "guard.attempt", Files.Task with { Attempt = attempt, Workflow = workflow, Task = $"/{workflow}/Production" }, Files.Facts with { EarlierCodes = earlier is null ? [] : [earlier] });

    [Theory]
    [InlineData(2, 92, 85, false)]
    [InlineData(2, 85, 92, false)]
    [InlineData(2, 85, null, false)]
    [InlineData(2, 85, 8028, true)]
    [InlineData(null, 92, 85, false)]
    [InlineData(null, 85, 8028, true)]
    [InlineData(1, 92, 92, true)]
    public void Every_earlier_round_counts_and_tells_the_attempt_where_the_report_does_not(int? attempt, int first, int? second, bool passes) => AssertHeld(
        passes, "guard.attempt", Files.Task with { Attempt = attempt }, Files.Facts with { EarlierCodes = [first, second] });

    [Fact]
    public void What_was_ordered_taken_or_said_before_keeps_it_from_being_automatic()
    {
        AssertHeld(false, "guard.order", facts: Files.Facts with { Ordered = true });
        AssertHeld(false, "guard.taken", facts: Files.Facts with { Taken = true });
        AssertHeld(false, "guard.told", facts: Files.Facts with { Told = true });
        AssertHeld(false, "guard.decided", facts: Files.Facts with { Decided = true });
        AssertHeld(false, "guard.workflow", facts: Files.Facts with { WorkflowAction = "clone" });
        AssertHeld(false, "guard.blinded", facts: Files.Facts with { SiblingBlinded = true });
    }

    [Fact]
    public void Facts_that_could_not_be_read_forbid_everything() =>
        Assert.Equal(
            ["facts", "cell.record", "policy.switch"],
            Decision.Of(Files.Of(facts: new Facts { Now = Files.Facts.Now, Readable = false })).Features());

    private static void AssertHeld(bool passes, string guard, WorkflowAssistanceRequested? task = null, Facts? facts = null)
    {
        var decision = Decision.Of(Files.Of(task, facts: facts));

        Assert.Equal(passes ? [] : [guard], decision.Features());
        Assert.Equal(passes ? "automatic" : "review", decision.Disposition);
    }
}
