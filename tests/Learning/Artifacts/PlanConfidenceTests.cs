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
        1, [0.3, 0.1, 0.2, 0.2, 0.2, 0.2], 0.1, 0.25, 0.05, 500, new(400, 0.91, 0.96, 0.5, 0.97), [85, 50660], ["T1_US_FNAL", "T2_US_MIT"]);

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
    public void Bytes_that_are_not_the_promised_ones_or_no_confidence_are_refused()
    {
        var bytes = Confidence.ToBytes();
        Assert.Throws<ArtifactRefusedException>(() => PlanConfidence.Load(bytes, new('0', 64)));
        foreach (var other in new[] { "{}"u8.ToArray(), "null"u8.ToArray(), "WRMODEL"u8.ToArray(), (Confidence with { Format = 9 }).ToBytes(), (Confidence with { Actions = [0.1] }).ToBytes() })
            Assert.Throws<ArtifactRefusedException>(() => PlanConfidence.Load(other, ModelArtifact.Sha256Of(other)));
    }
}
