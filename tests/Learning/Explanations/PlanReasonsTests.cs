using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tests.Tournaments;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class PlanReasonsTests : IDisposable
{
    private static readonly Plan PlainAcdc = new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, 0.9);

    public static TheoryData<string> Telling => ["trees", "linear"];

    private readonly ActiveModel _action = Model(RecoveryTargets.Action);
    private readonly ActiveModel _memory = Model(RecoveryTargets.Memory);

    public void Dispose()
    {
        _action.Dispose();
        _memory.Dispose();
    }

    [Fact]
    public void More_memory_is_explained_by_the_error_that_asks_for_it()
    {
        var reasons = PlanReasons.Of(new([_action, _memory]), Cases.Task(50660), PlainAcdc with { Memory = "ge20" });

        Assert.StartsWith("20 of 20 failures are 50660 ", reasons[0].Text);
        Assert.StartsWith("50660/", reasons[0].Contribution.Column);
        Assert.InRange(reasons.Count, 1, 3);
        Assert.All(reasons, reason => Assert.True(reason.Contribution.Amount > 0));
    }

    [Theory]
    [MemberData(nameof(Telling))]
    public void What_is_said_in_several_columns_is_one_reason_with_all_that_they_add(string kind)
    {
        var task = Cases.Task(50660);
        using var memory = Model(RecoveryTargets.Memory, Cases.Kinds[kind]);
        var reasons = PlanReasons.Of(new([_action, memory]), task, PlainAcdc with { Memory = "ge20" });
        var about = memory.ContributionsTo(task, 3).Where(told => ReasonTopic.Of(told.Column, task) is { Name: "code 50660" }).ToList();

        Assert.StartsWith("20 of 20 failures are 50660 ", reasons[0].Text);
        Assert.Equal(about.Sum(told => told.Amount), reasons[0].Contribution.Amount, 9);
        Assert.Equal(reasons.Count, reasons.Select(reason => ReasonTopic.Of(reason.Contribution.Column, task)!.Value.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Telling))]
    public void The_number_of_failures_or_jobs_is_never_the_first_reason_while_a_cause_speaks_for_the_plan(string kind)
    {
        using var action = Model(RecoveryTargets.Action, Cases.Kinds[kind]);
        foreach (var task in new[] { Cases.Task(92), Cases.Task(50660, 4000), Cases.Task(73) with { TotalJobs = 4000 } })
        {
            var topics = PlanReasons.Of(new([action]), task, PlainAcdc).Select(reason => ReasonTopic.Of(reason.Contribution.Column, task)!.Value.Specific).ToList();

            Assert.Equal(topics.OrderDescending(), topics);
        }
    }

    [Fact]
    public void What_the_report_left_open_is_no_reason()
    {
        using var action = Model(RecoveryTargets.Action, Cases.Kinds["linear"]);
        var reasons = PlanReasons.Of(new([action]), Cases.Task(92), PlainAcdc);

        Assert.Null(ReasonTopic.Of("extras:jobs/failed-share", Cases.Task(92)));
        Assert.Null(ReasonTopic.Of("extras:around/24h/same-code", Cases.Task(92)));
        Assert.NotNull(ReasonTopic.Of("extras:jobs/failed-share", Cases.Task(92) with { TotalJobs = 300 }));
        Assert.DoesNotContain(reasons, reason => reason.Contribution.Column.Contains("jobs") || reason.Contribution.Column.Contains("memory"));
    }

    [Fact]
    public void The_first_departure_from_a_plain_acdc_decides()
    {
        var models = new ActivePlanModels([_action, _memory]);

        Assert.Equal((RecoveryTargets.Memory, 2), PlanReasons.Deciding(models, PlainAcdc with { Memory = "10to20", Splitting = "10x" }));
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Clone), PlanReasons.Deciding(models, PlainAcdc with { Action = RecoveryActionKind.Clone, Memory = "ge20" }));
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Acdc), PlanReasons.Deciding(models, PlainAcdc));
    }

    [Fact]
    public void A_parameter_without_a_model_decides_nothing() =>
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Acdc), PlanReasons.Deciding(new([_action, _memory]), PlainAcdc with { Splitting = "10x" }));

    [Fact]
    public void A_network_which_cannot_tell_is_explained_by_the_commonest_errors_and_claims_nothing()
    {
        using var network = Model(RecoveryTargets.Action, Cases.Kinds["network"]);
        var task = Cases.Task(new(92, "T2_US_MIT", Readiness.Green, 3), new(73, "T1_US_FNAL", Readiness.Red, 17), new(-1, "T1_ES_PIC_Disk", Readiness.None, 400));
        var reasons = PlanReasons.Of(new([network]), task, PlainAcdc with { Action = RecoveryActionKind.Clone });

        Assert.StartsWith("17 of 20 failures are 73 ", reasons[0].Text);
        Assert.StartsWith("3 of 20 failures are 92 ", reasons[1].Text);
        Assert.All(reasons, reason => Assert.Equal(0, reason.Contribution.Amount));
    }

    private static ActiveModel Model(Target target, IModelApproach? approach = null)
    {
        using var trained = Cases.Model(target, Cases.Many(600), approach);
        return new(ModelArtifact.Of(trained, "1.2.3"));
    }
}
