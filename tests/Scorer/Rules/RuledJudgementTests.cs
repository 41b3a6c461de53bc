using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Rules;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.Scorer.Tests.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Rules;

public sealed class RuledJudgementTests
{
    private static readonly WorkflowAssistanceRequested Task = Tasks.Of(Tasks.Error(85));
    private static readonly Judgement Models = Judge.Of(TrainedModels.Set, MatrixReading.TaskOf(Task), Tasks.MaxMemoryMbPerCore);

    [Theory]
    [InlineData("passive")]
    [InlineData("suggest")]
    [InlineData("decide")]
    public void A_rule_that_fired_is_named_with_its_state(string state) =>
        Assert.Equal([$"files ({state})"], Ruled(Books.Ordering(state)).Rules);

    [Fact]
    public void A_passive_rule_changes_nothing_else()
    {
        var ruled = Ruled(Books.Ordering("passive"));

        Assert.Equal((Models.Choice, null, null), (ruled.Choice, ruled.DecidedBy, ruled.BlockedBy));
        Assert.Equal(Models.Alternatives, ruled.Alternatives);
        Assert.Equal(Models.Reasons, ruled.Reasons);
    }

    [Fact]
    public void A_rule_that_is_off_or_does_not_fire_is_not_named()
    {
        Assert.Empty(Ruled(Books.Ordering("off")).Rules);
        Assert.Empty(Ruled(Books.Ordering("decide"), Tasks.Of(Tasks.Error(92))).Rules);
    }

    [Fact]
    public void A_suggestion_stands_among_the_alternatives_with_the_models_probability()
    {
        var ruled = Ruled(Books.Ordering("suggest"));

        Assert.Equal(Models.Choice, ruled.Choice);
        Assert.Equal("rule.files", ruled.Reasons[^1].Feature);
        var suggested = Assert.Single(ruled.Alternatives, other => other is { Action: "acdc", MemoryMb: null, Splitting: "10x" });
        Assert.Equal(ProbabilityOf("10x"), suggested.Probability);
        Assert.Equal(ruled.Alternatives.OrderByDescending(other => other.Probability), ruled.Alternatives);
    }

    [Fact]
    public void A_suggestion_of_what_is_recommended_is_a_reason_only()
    {
        var ruled = Ruled(Books.Ordering("suggest", """{"action": "acdc"}"""));

        Assert.Equal(Models.Alternatives, ruled.Alternatives);
        Assert.Equal([.. Models.Reasons.Select(reason => reason.Feature), "rule.files"], ruled.Reasons.Select(reason => reason.Feature));
    }

    [Fact]
    public void A_decision_is_recommended_with_the_models_probability_and_theirs_becomes_an_alternative()
    {
        var ruled = Ruled(Books.Ordering("decide"));

        Assert.Equal(("10x", null, "files"), (ruled.Choice!.Splitting, ruled.Choice.MemoryMb, ruled.DecidedBy));
        Assert.Equal(Models.WholePlans.First(plan => plan.IsOrder(new(RecoveryActionKind.Acdc) { Splitting = "10x" })), ruled.Choice.Plan);
        Assert.Equal("rule.files", Assert.Single(ruled.Reasons).Feature);
        Assert.Single(ruled.Alternatives, other => other is { Action: "acdc", MemoryMb: null, Splitting: null });
        Assert.DoesNotContain(ruled.Alternatives, other => other is { Action: "acdc", MemoryMb: null, Splitting: "10x" });
    }

    [Fact]
    public void Without_models_there_is_no_plan_to_decide_on()
    {
        var none = Judge.Of(ModelSet.None, MatrixReading.TaskOf(Task), Tasks.MaxMemoryMbPerCore);

        var ruled = RuledJudgement.Of(none, Fired(Books.Ordering("decide"), Task), 4, Tasks.MaxMemoryMbPerCore);

        Assert.Null(ruled.Choice);
        Assert.Equal(["model", "rule.files"], ruled.Reasons.Select(reason => reason.Feature));
    }

    [Fact]
    public void More_memory_than_is_allowed_stays_a_reason()
    {
        var rule = Books.Ordering("decide").Rules[0];
        var book = new RuleBook("test", [rule with { Order = rule.Order! with { Memory = new() { AddMb = 1000 } } }]);
        var task = Task with { MemoryMb = 8000 };

        Assert.Equal(9000, RuledJudgement.Of(Models, Fired(book, task), 4, 2250).Choice!.MemoryMb);
        Assert.Equal(Models.Choice, RuledJudgement.Of(Models, Fired(book, task), 4, 2249).Choice);
    }

    [Fact]
    public void A_decision_orders_neither_secondary_input_nor_cores_whatever_the_models_think_of_them()
    {
        var models = Models with { Plans = [.. Models.Plans.Select(plan => plan with { Secondary = true, CoresChanged = true })] };

        var plan = RuledJudgement.Of(models, Fired(Books.Ordering("decide"), Task), 4, Tasks.MaxMemoryMbPerCore).Choice!.Plan;

        Assert.Equal((false, false), (plan.Secondary, plan.CoresChanged));
    }

    [Fact]
    public void The_campaign_of_a_workflow_that_tells_it_by_its_name_alone_is_known_to_rules()
    {
        var task = Task with { Workflow = "pdmvserv_task_B2G-RunIISummer15wmLHEGS-01662__v1_T_180815_205402_6990", Campaign = null };

        Assert.Equal("RunIISummer15wmLHEGS", RuledJudgement.InputOf(StoredOf(task), task.MatrixOf(), Tasks.ReportedAt).Campaign);
    }

    [Fact]
    public void A_block_that_decides_is_not_disarmed_by_one_that_only_suggests()
    {
        var suggesting = Fired(Books.Blocking("suggest"), Task)[0] with { Priority = 9 };

        var ruled = RuledJudgement.Of(Models, [suggesting, .. Fired(Books.Blocking("decide"), Task)], 4, Tasks.MaxMemoryMbPerCore);

        Assert.Equal("files", ruled.BlockedBy);
    }

    [Fact]
    public void A_rule_that_blocks_keeps_the_plan_from_being_automatic_once_it_decides()
    {
        Assert.Equal("files", Ruled(Books.Blocking("decide")).BlockedBy);
        Assert.Null(Ruled(Books.Blocking("suggest")).BlockedBy);
        Assert.Equal(Models.Choice, Ruled(Books.Blocking("decide")).Choice);
        Assert.Contains(Decided(Ruled(Books.Blocking("decide"))).Judgement.Reasons, reason => reason.Feature == "guard.rule");
    }

    [Fact]
    public void A_decision_stands_in_where_no_plan_is_likely_enough()
    {
        var strict = PolicyInUse.Default with { Policy = PolicyInUse.Default.Policy with { AbstainBelow = 1 } };

        Assert.Equal("abstained", Decided(Models, policy: strict).Disposition);
        Assert.Equal("review", Decided(Ruled(Books.Ordering("decide")), policy: strict).Disposition);
        Assert.Contains(Decided(Ruled(Books.Ordering("suggest")), policy: strict).Judgement.Reasons, reason => reason.Feature == "rule.files");
    }

    [Fact]
    public void A_decision_never_overcomes_novelty_drift_or_a_missing_status()
    {
        var ruled = Ruled(Books.Ordering("decide"));
        var novel = Tasks.Of(Tasks.Error(85), Tasks.Error(4711));
        var ruledNovel = RuledJudgement.Of(
            Judge.Of(TrainedModels.Set, MatrixReading.TaskOf(novel), Tasks.MaxMemoryMbPerCore), Fired(Books.Ordering("decide"), novel), 4, Tasks.MaxMemoryMbPerCore);

        foreach (var abstained in new[] { Decided(ruled, facts: new() { Now = Tasks.ReportedAt, Drift = "codes" }), Decided(ruled, withoutStatus: ["T2_US_MIT"]), Decided(ruledNovel, novel) })
        {
            Assert.Equal(("abstained", null), (abstained.Disposition, abstained.Judgement.Choice));
            Assert.Equal(["files (decide)"], abstained.Judgement.Rules);
            Assert.Equal("rule.files", abstained.Judgement.Reasons[^1].Feature);
        }
    }

    private static double ProbabilityOf(string splitting) => Models.Plans.Single(plan => (plan.Action.ToString(), plan.Memory, plan.Splitting) == ("Acdc", "none", splitting)).Probability;

    private static Judgement Ruled(RuleBook book, WorkflowAssistanceRequested? task = null) => RuledJudgement.Of(Models, Fired(book, task ?? Task), 4, Tasks.MaxMemoryMbPerCore);

    private static IReadOnlyList<FiredRule> Fired(RuleBook book, WorkflowAssistanceRequested task) => book.FiringOn(RuledJudgement.InputOf(StoredOf(task), task.MatrixOf(), Tasks.ReportedAt));

    private static Decision Decided(Judgement judgement, WorkflowAssistanceRequested? task = null, PolicyInUse? policy = null, Facts? facts = null, IReadOnlyList<string>? withoutStatus = null) =>
        Decision.Of(new(StoredOf(task ?? Task) with { SitesWithoutStatus = withoutStatus ?? [] }, (task ?? Task).MatrixOf(), judgement, policy ?? PolicyInUse.Default, facts ?? new() { Now = Tasks.ReportedAt }));

    private static MatrixStored StoredOf(WorkflowAssistanceRequested task) => new()
    {
        EventId = Guid.NewGuid(), MatrixId = Guid.NewGuid(), MatrixRevision = 1, Cause = "reported", Event = task, UnavailableSites = [], SitesWithoutStatus = [],
    };
}
