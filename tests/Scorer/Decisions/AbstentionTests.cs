using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class AbstentionTests
{
    [Fact]
    public void A_code_or_a_compute_site_that_training_has_not_seen_is_a_reason_to_abstain()
    {
        AssertAbstained(["novelty.code", "novelty.site"], Novel([4711], ["T2_XX_New"]));
        AssertAbstained(["novelty.code"], Novel([4711], []));
        AssertAbstained(["novelty.site"], Novel([], ["T2_XX_New"]));
    }

    [Fact]
    public void Storage_names_pseudo_sites_and_work_without_a_report_are_never_novel() =>
        Assert.Equal("automatic", Decision.Of(Files.Of(judgement: Novel([-1], ["T2_XX_New_Disk", "Unknown", ""]))).Disposition);

    [Fact]
    public void Where_training_does_not_tell_what_it_has_seen_the_catalogues_do()
    {
        var judgement = Files.Sure with { Certainty = null };

        AssertAbstained(["novelty.code"], judgement, Files.Task with { Errors = [Error(92), Error(4711)] });
        AssertAbstained(["novelty.site"], judgement, Files.Task with { Errors = [Error(92, "T2_XX_New")] });
        Assert.Equal("review", Decision.Of(Files.Of(Files.Task with { Errors = [Error(92), Error(-1, "T2_XX_New"), Error(92, "T1_XX_New_Disk")] }, judgement)).Disposition);
    }

    [Theory]
    [InlineData(90, 10, true)]
    [InlineData(91, 9, false)]
    [InlineData(0, 1, true)]
    public void A_compute_site_with_a_tenth_of_the_failures_needs_a_status(long elsewhere, long there, bool abstains)
    {
        var task = Files.Task with { Errors = [Error(92, "T1_US_FNAL", elsewhere), Error(92, "T2_US_MIT", there - 1), Error(85, "T2_US_MIT", 1)] };

        Assert.Equal(abstains ? ["site.status"] : [], Decision.Of(Files.Of(task, withoutStatus: ["T2_US_MIT"])).Features());
    }

    [Fact]
    public void Storage_names_pseudo_sites_and_work_without_a_report_need_no_status_and_make_no_site_lighter()
    {
        string[] withoutStatus = ["T1_US_FNAL_Disk", "Unknown", "T2_US_UCSD", "T2_US_MIT"];
        ErrorRow[] lost = [Error(92, "T1_US_FNAL_Disk", 1000), Error(92, "Unknown", 1000), Error(-1, "T2_US_UCSD", 1000)];

        Assert.Equal("automatic", Decision.Of(Files.Of(Files.Task with { Errors = [.. lost, Error(92, "T1_US_FNAL", 20)] }, withoutStatus: withoutStatus)).Disposition);
        Assert.Equal(["site.status"], Decision.Of(Files.Of(Files.Task with { Errors = [.. lost, Error(92, "T2_US_MIT", 20)] }, withoutStatus: withoutStatus)).Features());
    }

    [Fact]
    public void Drift_is_a_reason_and_what_drifts_is_told()
    {
        var decision = Decision.Of(Files.Of(facts: Files.Facts with { Drift = "Code 92 is three times as frequent." }));

        Assert.Equal(("abstained", "drift"), (decision.Disposition, Assert.Single(decision.Features())));
        Assert.Contains("three times", decision.Judgement.Reasons[0].Text);
    }

    [Theory]
    [InlineData(0.1, 1, false)]
    [InlineData(0.099, 1, true)]
    [InlineData(0.97, 0, true)]
    [InlineData(0.97, 2, false)]
    public void So_is_that_no_plan_is_likely_enough(double probability, int plansInSet, bool abstains)
    {
        var judgement = Files.JudgementOf(Files.Plain(probability));
        judgement = judgement with { Certainty = judgement.Certainty! with { Plans = [.. judgement.Plans.Take(plansInSet)] } };

        Assert.Equal(abstains ? "abstained" : "review", Decision.Of(Files.Of(judgement: judgement, facts: Files.Facts with { SwitchedOn = false })).Disposition);
    }

    [Theory]
    [InlineData("LogCollect", "/pdmvserv_w/Production")]
    [InlineData("cleanup", "/pdmvserv_w/Production")]
    [InlineData("Production", "/pdmvserv_w/Production/ProductionLogCollect")]
    [InlineData(null, "/pdmvserv_w/Production/ProductionCleanupUnmergedRAW")]
    public void Housekeeping_is_not_recovered(string? type, string task) =>
        AssertAbstained(["task.type"], task: Files.Task with { TaskType = type, Task = task });

    [Fact]
    public void A_task_below_one_that_collects_logs_in_name_only_is_judged() =>
        Assert.Equal("automatic", Decision.Of(Files.Of(Files.Task with { Task = "/LogCollect_w/Production" })).Disposition);

    [Fact]
    public void What_would_have_been_recommended_is_among_the_alternatives_in_the_order_of_probability()
    {
        var decision = Decision.Of(Files.Of(
            judgement: Files.JudgementOf(Files.Plain(0.3), 20_000, "10x"), facts: Files.Facts with { Drift = "Everything." }));

        Assert.Null(decision.Judgement.Choice);
        Assert.Null(decision.Cell);
        Assert.Equal(["clone", "acdc"], decision.Judgement.Alternatives.Select(plan => plan.Action));
        Assert.Equal((20_000, "10x", 0.3), (decision.Judgement.Alternatives[1].MemoryMb, decision.Judgement.Alternatives[1].Splitting, decision.Judgement.Alternatives[1].Probability));
        Assert.Equal(Files.Sure.Plans.Count, decision.Judgement.Plans.Count);
    }

    [Fact]
    public void Every_reason_to_abstain_is_given_and_no_other() => AssertAbstained(
        ["task.type", "novelty.code", "drift"], Novel([4711], []), Files.Task with { TaskType = "LogCollect", Status = null }, Files.Facts with { Drift = "Everything." });

    [Fact]
    public void Without_a_choice_the_models_say_why() =>
        AssertAbstained(["model"], new Judgement(Choice: null, [], [Because.Of("model", "There is none.")], [], []));

    private static Judgement Novel(int[] codes, string[] sites) =>
        Files.Sure with { Certainty = Files.Sure.Certainty! with { Novelty = new(codes, sites) } };

    private static void AssertAbstained(string[] features, Judgement? judgement = null, WorkflowAssistanceRequested? task = null, Facts? facts = null)
    {
        var decision = Decision.Of(Files.Of(task, judgement, facts));

        Assert.Equal("abstained", decision.Disposition);
        Assert.Equal(features, decision.Features());
        Assert.Null(decision.Judgement.Choice);
    }
}
