using WorkflowRecovery.Scorer.Decisions;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class SiteResolutionTests
{
    [Fact]
    public void The_offered_sites_win_over_those_with_errors_and_storage_and_pseudo_sites_are_no_place_to_run_at()
    {
        var task = Of(Error(85, "T2_US_MIT")) with { Sites = ["T2_US_UCSD", "T1_ES_PIC_Disk", "Unknown", "T1_US_FNAL", "T2_US_UCSD", "T1_US_FNAL_MSS"] };

        Assert.Equal(["T1_US_FNAL", "T2_US_UCSD"], SiteResolution.Auto(task, []).Resolved);
    }

    [Fact]
    public void Without_an_offer_the_sites_with_errors_are_taken_minus_those_drained_or_disabled()
    {
        var choice = SiteResolution.Auto(Of(Error(85, "T2_US_MIT"), Error(86, "T2_US_MIT"), Error(85, "T2_US_UCSD"), Error(85, "NoReportedSite")), ["T2_US_UCSD"]);

        Assert.Equal(["T2_US_MIT"], choice.Resolved);
        Assert.Equal(("auto", 0), (choice.Mode, choice.List.Count));
    }

    [Fact]
    public void When_nothing_is_left_nothing_is_resolved() => Assert.Empty(SiteResolution.Auto(Of(Error(85, "T2_US_MIT")), ["T2_US_MIT"]).Resolved);
}
