using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Domain.Tests.Orders;

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

    [Fact]
    public void A_white_list_may_name_sites_that_were_not_offered_but_none_that_is_drained_and_no_storage()
    {
        var choice = SiteResolution.Of("manual", ["T2_DE_DESY ", "T1_ES_PIC_Disk", "T2_US_UCSD", "T2_DE_DESY"], Of(Error(85, "T2_US_MIT")), ["T2_US_UCSD"]);

        Assert.Equal(["T2_DE_DESY"], choice.Resolved);
        Assert.Equal(["T1_ES_PIC_Disk", "T2_DE_DESY", "T2_US_UCSD"], choice.List);
    }

    [Fact]
    public void A_ban_list_leaves_sites_out_of_those_offered()
    {
        var task = Of(Error(85, "T2_US_MIT")) with { Sites = ["T2_US_UCSD", "T1_US_FNAL", "T2_DE_DESY"] };

        Assert.Equal(["T2_DE_DESY"], SiteResolution.Of("ban", ["T1_US_FNAL"], task, ["T2_US_UCSD"]).Resolved);
    }

    private static WorkflowAssistanceRequested Of(params ErrorRow[] errors) =>
        new() { Workflow = "w", Task = "/w/Production", ReportedAt = DateTimeOffset.UnixEpoch, Errors = errors };

    private static ErrorRow Error(int code, string site) => new() { Code = code, Site = site, Count = 20 };
}
