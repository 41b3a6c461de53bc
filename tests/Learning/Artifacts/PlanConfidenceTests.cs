using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Tests.Tournaments;

namespace WorkflowRecovery.Learning.Tests.Artifacts;

public sealed class PlanConfidenceTests
{
    private static readonly PlanConfidence Confidence = new(
        2, [0.3, 0.1, 0.2, 0.2, 0.2, 0.2], 0.1, 0.25, 0.05, 500, new(400, 0.91, 0.96, 0.5, 0.97), [85, 50660], ["T1_US_FNAL", "T2_US_MIT"]);

    private static readonly PlanAnswers Answers = new([.8, .1, .02, .03, .01, .04], [.6, 0, 0, .4], [1, 0, 0, 0, 0], [1, 0], [1, 0, 0, 0], [1, 0, 0, 0, 0]);

    [Fact]
    public void The_set_holds_the_plans_that_are_likely_enough_and_the_actions_that_are()
    {
        var plans = PlanComposer.Compose(Answers);

        Assert.Equal(["none", "ge20"], Confidence.SetOf(plans).Select(plan => plan.Memory));
        Assert.Equal([RecoveryActionKind.Acdc, RecoveryActionKind.Clone], Confidence.ActionsOf(plans));
        Assert.Empty((Confidence with { LowestPlan = 0.9 }).SetOf(plans));
        Assert.Equal(plans, (Confidence with { LowestPlan = 0 }).SetOf(plans));
    }

    [Fact]
    public void Codes_and_sites_that_the_training_never_had_are_novel()
    {
        var novelty = Confidence.NoveltyOf(Cases.Task(new MatrixCell(85, "T2_US_MIT", Readiness.Green, 3), new(4242, "T3_XX_New", Readiness.None, 1)).Matrix);

        Assert.Equal([4242], novelty.Codes);
        Assert.Equal(["T3_XX_New"], novelty.Sites);
    }

    [Fact]
    public void Marks_of_lost_work_storage_names_and_pseudo_sites_are_never_novel()
    {
        var novelty = Confidence.NoveltyOf(Cases.Task(
            new(-1, "T2_XX_Unheard", Readiness.None, 1), new(4242, "T1_XX_New_Disk", Readiness.None, 5), new(4243, "NoReportedSite", Readiness.None, 5)).Matrix);

        Assert.False(novelty.Any);
    }

    [Fact]
    public void Stored_bytes_are_read_again()
    {
        var bytes = Confidence.ToBytes();
        var read = PlanConfidence.Load(bytes, ModelArtifact.Sha256Of(bytes));

        Assert.Equal(bytes, read.ToBytes());
        Assert.Equal(Confidence.Check, read.Check);
        Assert.Equal(Confidence.Sites.AsEnumerable(), read.Sites);
    }

    [Fact]
    public void The_bounds_are_measured_only_if_later_workflows_surely_missed_fewer_than_twice_what_they_were_allowed()
    {
        Assert.True(Confidence.IsMeasured);
        Assert.False((Confidence with { Check = null }).IsMeasured);
        Assert.False((Confidence with { Check = Confidence.Check! with { PlanCoverage = 0.92 } }).IsMeasured);
        Assert.False((Confidence with { Check = Confidence.Check! with { ActionCoverage = 0.83 } }).IsMeasured);
        Assert.False((Confidence with { Check = new(30, 1, 1, 0.5, 1) }).IsMeasured);
        Assert.True((Confidence with { Check = new(40, 1, 1, 0.5, 1) }).IsMeasured);
    }

    [Fact]
    public void What_was_stored_when_tasks_were_counted_is_read_without_its_check()
    {
        var old = System.Text.Encoding.UTF8.GetBytes(
            """
            {"format":1,"actions":[0.3,0.1,0.2,0.2,0.2,0.2],"actionAlpha":0.1,"lowestPlan":0.25,"planAlpha":0.05,"calibratedOn":500,
             "check":{"tasks":400,"actionCoverage":0.99,"planCoverage":0.99,"onePlan":0.5,"onePlanRight":0.97},"codes":[85],"sites":["T2_US_MIT"]}
            """);
        var read = PlanConfidence.Load(old, ModelArtifact.Sha256Of(old));

        Assert.Equal((0.25, null, false), (read.LowestPlan, read.Check, read.IsMeasured));
        Assert.Empty(read.Pooled);
    }

    [Fact]
    public void Bytes_that_are_not_the_promised_ones_or_no_confidence_are_refused()
    {
        var bytes = Confidence.ToBytes();
        Assert.Throws<ArtifactRefusedException>(() => PlanConfidence.Load(bytes, new('0', 64)));
        foreach (var other in new[] { "{}"u8.ToArray(), "[]"u8.ToArray(), "null"u8.ToArray(), "WRMODEL"u8.ToArray(), (Confidence with { Format = 9 }).ToBytes(), (Confidence with { Actions = [0.1] }).ToBytes() })
            Assert.Throws<ArtifactRefusedException>(() => PlanConfidence.Load(other, ModelArtifact.Sha256Of(other)));
    }
}
