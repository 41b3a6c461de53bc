using CsCheck;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class DecisionTests
{
    [Fact]
    public void When_everything_is_in_order_it_is_automatic_and_nothing_is_added_to_the_models_reasons()
    {
        var decision = Decision.Of(Files.Of());

        Assert.Equal("automatic", decision.Disposition);
        Assert.Equal(Files.Sure, decision.Judgement);
        Assert.Equal(Files.Policy.Version, decision.PolicyVersion);
        Assert.Equal("acdc memory=none splitting=none xrootd=off|FILE|T2", decision.Cell);
    }

    [Fact]
    public void By_default_nothing_is_automatic() =>
        Assert.Equal(
            ["policy.switch", "policy.allowed"],
            Held(Files.Of(facts: Files.Facts with { SwitchedOn = false }, policy: PolicyFile.Default)));

    [Fact]
    public void Every_reason_is_given_and_the_models_stay_first()
    {
        var decision = Decision.Of(Files.Of(
            task: Files.Task with { Status = null, HasRecoveryDocument = false }, facts: Files.Facts with { SwitchedOn = false, Ordered = true }));

        Assert.Equal(
            ["92/T2", "guard.status", "guard.document", "guard.order", "policy.switch"],
            decision.Judgement.Reasons.Select(reason => reason.Feature));
        Assert.NotNull(decision.Judgement.Choice);
    }

    [Theory]
    [InlineData(RecoveryActionKind.Clone)]
    [InlineData(RecoveryActionKind.Recovery)]
    [InlineData(RecoveryActionKind.ByPass)]
    [InlineData(RecoveryActionKind.ForceComplete)]
    [InlineData(RecoveryActionKind.OnHold)]
    public void What_cannot_be_taken_back_is_reviewed(RecoveryActionKind action) =>
        Assert.Equal(["guard.action"], Held(Files.Of(judgement: Files.JudgementOf(Files.Plain(0.97) with { Action = action }))));

    [Theory]
    [InlineData("EventAwareLumiBased", "TaskChain", true)]
    [InlineData("LumiBased", "ReReco", true)]
    [InlineData("EventBased", "TaskChain", false)]
    [InlineData("eventbased", "TaskChain", false)]
    [InlineData("LumiBased", "MonteCarlo", false)]
    [InlineData(null, "TaskChain", false)]
    [InlineData("LumiBased", null, false)]
    public void Work_is_split_finer_automatically_only_where_that_is_known_to_work(string? algorithm, string? requestType, bool passes)
    {
        var task = Files.Task with { SplittingAlgorithm = algorithm, RequestType = requestType };
        var split = Files.JudgementOf(Files.Plain(0.97) with { Splitting = "lt50" }, splitting: "10x");

        Assert.Equal(passes ? [] : ["guard.splitting"], Held(Files.Of(task, split)));
        Assert.Empty(Held(Files.Of(task)));
    }

    [Theory]
    [InlineData(0, 1, "No plan is as likely ")]
    [InlineData(1, 0, "The action is less likely ")]
    [InlineData(1, 2, "The models are not sure of one action: acdc, clone may each be ordered.")]
    [InlineData(4, 0, "The models are not sure of one plan: 4 are likely enough ")]
    public void How_unsure_the_models_are_is_said_in_words(int plans, int actions, string beginning)
    {
        var certainty = Files.Sure.Certainty! with
        {
            Actions = [.. new[] { RecoveryActionKind.Acdc, RecoveryActionKind.Clone }.Take(actions)],
            Plans = [.. Enumerable.Repeat(Files.Plain(0.2), plans)],
        };
        var unsure = Files.Sure with { Certainty = certainty };
        var text = string.Join(' ', PlanGuards.Of(Files.Of(judgement: unsure), unsure.Choice!).Select(reason => reason.Text));

        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
        Assert.DoesNotContain("ruled out", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "No operator has decided a workflow of this kind without seeing a proposal")]
    [InlineData(1, 0, "Operators decided 1 workflow of this kind without seeing a proposal and agreed in 0; the policy asks for 100 or more, and for an agreement that is surely above 95 %.")]
    [InlineData(7, 6, "Operators decided 7 workflows of this kind without seeing a proposal and agreed in 6;")]
    public void What_operators_answered_so_far_is_said_in_words(long answers, long agreed, string beginning)
    {
        var text = Assert.Single(PlanGuards.Of(Files.Of(facts: Files.Facts with { Record = new(answers, agreed) }), Files.Sure.Choice!)).Text;

        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_measure_of_certainty_nothing_is_automatic() =>
        Assert.Equal(["certainty.plan"], Held(Files.Of(judgement: Files.Sure with { Certainty = null })));

    [Fact]
    public void Neither_is_anything_when_the_measure_did_not_hold_on_later_workflows() =>
        Assert.Equal(["certainty.plan"], Held(Files.Of(judgement: Files.Sure with { Certainty = Files.Sure.Certainty! with { IsMeasured = false } })));

    [Fact]
    public void A_case_that_is_drawn_is_decided_by_an_operator_whatever_else_holds() =>
        Assert.Equal(["guard.drawn"], Held(Files.Of(policy: Files.Policy with { BlindedShare = 1.1 })));

    [Theory]
    [InlineData(2, new[] { RecoveryActionKind.Acdc })]
    [InlineData(1, new[] { RecoveryActionKind.Acdc, RecoveryActionKind.Clone })]
    [InlineData(1, new RecoveryActionKind[0])]
    [InlineData(1, new[] { RecoveryActionKind.Clone })]
    public void As_long_as_another_plan_or_action_cannot_be_ruled_out_it_is_reviewed(int plans, RecoveryActionKind[] actions) =>
        Assert.Equal(["certainty.plan"], Held(Files.Of(judgement: Files.Sure with { Certainty = Files.SureOf(actions, [.. Files.Sure.Plans.Take(plans)]) })));

    [Fact]
    public void A_plan_that_takes_the_place_of_a_likelier_one_is_reviewed()
    {
        var likelier = new Plan(RecoveryActionKind.Acdc, "ge20", "none", Xrootd: false, 0.98);

        Assert.Equal(["certainty.plan"], Held(Files.Of(judgement: Files.Sure with { Certainty = Files.SureOf([RecoveryActionKind.Acdc], [likelier]) })));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 99)]
    [InlineData(104, 104)]
    [InlineData(150, 149)]
    public void A_kind_of_case_that_has_not_earned_it_is_reviewed(long answers, long agreed) =>
        Assert.Equal(["cell.record"], Held(Files.Of(facts: Files.Facts with { Record = new(answers, agreed) })));

    [Fact]
    public void A_policy_file_that_cannot_be_obeyed_allows_nothing_and_the_problem_is_told()
    {
        var decision = Decision.Of(Files.Of(problem: "version is missing."));

        Assert.Equal(["policy.file"], decision.Features());
        Assert.Contains("version is missing.", decision.Judgement.Reasons[^1].Text);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Run2", null)]
    [InlineData("Run3", "policy.campaign")]
    [InlineData("", "policy.campaign")]
    public void The_policy_may_name_the_campaigns(string? allowed, string? reason) => Assert.Equal(
        reason is null ? [] : [reason],
        Held(Files.Of(policy: Files.Policy.With(p => p with { Campaigns = allowed is null ? null : allowed.Split(',', StringSplitOptions.RemoveEmptyEntries) }))));

    [Fact]
    public void Where_the_campaign_is_not_reported_the_name_of_the_workflow_tells_it()
    {
        var task = Files.Task with { Campaign = null, Workflow = "pdmvserv_task_B2G-RunIISummer15-00001__v1_T_181030_101500_1234" };

        Assert.Empty(Held(Files.Of(task, policy: Files.Policy.With(p => p with { Campaigns = ["RunIISummer15"] }))));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("splitting")]
    [InlineData("xrootd")]
    [InlineData("secondary")]
    public void A_parameter_is_changed_automatically_only_if_the_policy_allows_it(string parameter)
    {
        var plan = Files.Plain(0.97) with { Xrootd = parameter == "xrootd", Secondary = parameter == "secondary" };
        var change = Files.JudgementOf(plan, parameter == "memory" ? 20_000 : null, parameter == "splitting" ? "10x" : null);

        Assert.Equal(["policy.changes"], Held(Files.Of(judgement: change, policy: Files.Policy.With(p => p with { Changes = [.. p.Changes.Except([parameter])] }))));
        Assert.Empty(Held(Files.Of(judgement: change, policy: Files.Policy.With(p => p with { Changes = [parameter] }))));
    }

    [Theory]
    [InlineData(0.95, null)]
    [InlineData(0.9499, "policy.confidence")]
    public void The_plan_must_be_as_likely_as_the_policy_asks(double probability, string? reason) => Assert.Equal(
        reason is null ? [] : [reason],
        Held(Files.Of(judgement: Files.JudgementOf(Files.Plain(probability)), policy: Files.Policy.With(p => p with { LeastConfidence = 0.95 }))));

    [Fact]
    public void A_round_that_is_over_is_withdrawn_whatever_the_models_say()
    {
        var decision = Decision.Over(Files.Sure, new(Files.Policy, Problem: null));

        Assert.Equal(("withdrawn", Files.Sure, Files.Policy.Version), (decision.Disposition, decision.Judgement, decision.PolicyVersion));
    }

    [Fact]
    public void However_many_things_speak_against_it_each_is_told_and_one_is_enough() => (
        from status in Gen.Bool
        from ordered in Gen.Bool
        from clone in Gen.Bool
        from off in Gen.Bool
        from record in Gen.Bool
        select (status, ordered, clone, off, record)).Sample(against =>
    {
        var file = Files.Of(
            task: against.status ? Files.Task with { Status = "assistance" } : null,
            judgement: against.clone ? Files.JudgementOf(Files.Plain(0.97) with { Action = RecoveryActionKind.Clone }) : null,
            facts: Files.Facts with { Ordered = against.ordered, SwitchedOn = !against.off, Record = against.record ? new(1, 1) : Files.Facts.Record });
        string?[] expected =
        [
            against.status ? "guard.status" : null, against.ordered ? "guard.order" : null, against.clone ? "guard.action" : null,
            against.record ? "cell.record" : null, against.off ? "policy.switch" : null,
        ];

        var decision = Decision.Of(file);

        Assert.Equal(expected.OfType<string>(), decision.Features());
        Assert.Equal(expected.Any(feature => feature is not null) ? "review" : "automatic", decision.Disposition);
    }, iter: 100);

    private static IEnumerable<string> Held(CaseFile file)
    {
        var decision = Decision.Of(file);
        Assert.Equal(decision.Features().Any() ? "review" : "automatic", decision.Disposition);
        return decision.Features();
    }
}
