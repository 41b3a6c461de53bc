using CsCheck;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Domain.Tests.Workflows;

public class WorkflowNameTests
{
    [Fact]
    public void A_simulation_name_tells_requestor_request_time_and_PrepID()
    {
        var name = WorkflowName.Parse("pdmvserv_task_B2G-RunIISummer15wmLHEGS-01662__v1_T_180815_205402_6990");
        Assert.Equal("pdmvserv", name.Requestor);
        Assert.Null(name.RecoveryTag);
        Assert.Null(name.RecoveryRound);
        Assert.Equal("task_B2G-RunIISummer15wmLHEGS-01662__v1_T", name.Request);
        Assert.Equal(new DateTimeOffset(2018, 8, 15, 20, 54, 2, TimeSpan.Zero), name.CreatedAt);
        Assert.Equal("B2G-RunIISummer15wmLHEGS-01662", name.PrepId);
        Assert.Equal("RunIISummer15wmLHEGS", name.Campaign);
        Assert.Equal("B2G-RunIISummer15wmLHEGS-01662", name.Family);
    }

    [Fact]
    public void A_data_name_has_no_PrepID_and_its_request_is_its_family()
    {
        var name = WorkflowName.Parse("fabozzi_Run2016H-v1-ZeroBiasIsolatedBunch2-09Nov2016_8023_161109_182009_9262");
        Assert.Null(name.PrepId);
        Assert.Null(name.Campaign);
        Assert.Equal("Run2016H-v1-ZeroBiasIsolatedBunch2-09Nov2016_8023", name.Family);
        Assert.Equal(new DateTimeOffset(2016, 11, 9, 18, 20, 9, TimeSpan.Zero), name.CreatedAt);
    }

    [Theory]
    [InlineData("ACDC0_", 0)]
    [InlineData("ACDC1_", 1)]
    [InlineData("ACDC12_", 12)]
    [InlineData("ACDC_", null)]
    [InlineData("recovery-2-", 2)]
    [InlineData("r-3-", 3)]
    [InlineData("ACDC1_r-0-", 1)]
    public void A_recovery_round_stays_in_the_family_of_its_request(string tag, int? round)
    {
        var first = WorkflowName.Parse("prebello_HIRun2018A-v1-HIHardProbes-04Apr2019_1033p1_190404_203542_6929");
        var later = WorkflowName.Parse($"vlimant_{tag}HIRun2018A-v1-HIHardProbes-04Apr2019_1033p1_190506_010203_44");
        Assert.Equal(tag, later.RecoveryTag);
        Assert.Equal(round, later.RecoveryRound);
        Assert.Equal(first.Family, later.Family);
    }

    [Fact]
    public void A_campaign_may_itself_hold_a_hyphen()
    {
        var name = WorkflowName.Parse("vlimant_task_TAU-TSG-PhaseIIFall17GS-03555__v1_T_170730_094747_5554");
        Assert.Equal("TAU-TSG-PhaseIIFall17GS-03555", name.PrepId);
        Assert.Equal("TSG-PhaseIIFall17GS", name.Campaign);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Backfill")]
    [InlineData("user_request_999999_999999_1")]
    [InlineData("user_request_180231_010101_1")]
    [InlineData("_180815_205402_6990")]
    [InlineData("pdmvserv_180815_205402_6990")]
    [InlineData("pdmvserv_task_180815_205402_")]
    public void A_name_of_another_shape_is_its_own_family(string text)
    {
        var name = WorkflowName.Parse(text);
        Assert.Equal(text, name.Family);
        Assert.Null(name.CreatedAt);
        Assert.Null(name.Request);
    }

    [Fact]
    public void A_missing_name_is_the_empty_name() => Assert.Equal("", WorkflowName.Parse(null).Family);

    [Fact]
    public void No_name_at_all_makes_it_throw() =>
        Gen.String[Gen.Char["ACDCr-_recovery0123456789ABC\u00a0é/"], 0, 700].Sample(text => WorkflowName.Parse(text).Name == text);

    [Theory]
    [InlineData("/wf/task", "wf")]
    [InlineData("/wf/task/merge", "wf")]
    [InlineData("wf/task", null)]
    [InlineData("/wf", null)]
    [InlineData("/wf/", null)]
    [InlineData("//task", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_workflow_of_a_task_is_its_first_segment(string? task, string? expected)
    {
        Assert.Equal(expected is not null, TaskPath.TryWorkflowOf(task, out var workflow));
        Assert.Equal(expected, workflow);
    }

    [Fact]
    public void A_path_without_a_task_has_no_workflow() =>
        Assert.Throws<FormatException>(() => TaskPath.WorkflowOf("/wf"));
}
