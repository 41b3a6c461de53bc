using CsCheck;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Live;

public sealed class StatusDerivationTests
{
    [Fact]
    public void A_status_is_said_only_when_a_site_changes()
    {
        var messages = StatusDerivation.Of(
        [
            Tasks.Event("a", Tasks.Noon, Tasks.Row("T2_X", "green"), Tasks.Row("T2_Y", "none")),
            Tasks.Event("b", Tasks.Noon.AddHours(1), Tasks.Row("T2_X", "green")),
            Tasks.Event("c", Tasks.Noon.AddHours(2), Tasks.Row("T2_X", "none")),
        ]);

        Assert.Equal([("T2_X", "green", Tasks.Noon), ("T2_X", "none", Tasks.Noon.AddHours(2))], Statuses(messages).Select(status => (status.Site, status.Readiness!, status.EffectiveAt)));
        Assert.All(Events(messages), one => Assert.All(one.Errors, row => Assert.Null(row.Readiness)));
    }

    [Fact]
    public void A_status_is_said_again_before_it_is_a_day_old_when_the_site_is_reported()
    {
        int[] hours = [0, 11, 13, 24, 100];
        var messages = StatusDerivation.Of(hours.Select(hour => Tasks.Event($"w{hour}", Tasks.Noon.AddHours(hour), Tasks.Row("T2_X", "green"), Tasks.Row("T2_Y", "none"))));

        Assert.Equal([0, 13, 100], Statuses(messages).Select(status => (status.EffectiveAt - Tasks.Noon).TotalHours));
    }

    [Fact]
    public void Tasks_of_one_time_that_contradict_each_other_keep_their_own_readiness()
    {
        var messages = StatusDerivation.Of(
        [
            Tasks.Event("a", Tasks.Noon, Tasks.Row("T2_X", "green"), Tasks.Row("T2_Y", "green")),
            Tasks.Event("b", Tasks.Noon, Tasks.Row("T2_X", "none")),
        ]);

        Assert.Equal("T2_Y", Assert.Single(Statuses(messages)).Site);
        Assert.Equal(["green", null, "none"], Events(messages).SelectMany(one => one.Errors).Select(row => row.Readiness));
    }

    [Fact]
    public void A_job_without_a_site_is_given_the_fields_word_for_it()
    {
        var messages = StatusDerivation.Of([Tasks.Event("a", Tasks.Noon, Tasks.Row(" ", "none"))]);

        Assert.Equal("Unknown", Assert.Single(Events(messages)).Errors[0].Site);
    }

    [Fact]
    public void Whoever_reads_the_statuses_as_of_each_report_finds_the_recorded_readiness() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool, (hour, site, green) => Tasks.Event("w", Tasks.Noon.AddHours(hour), Tasks.Row($"T2_{site}", green ? "green" : "none")))
            .List[1, 12].Sample(events =>
            {
                var messages = StatusDerivation.Of(events);
                var statuses = Statuses(messages).ToList();
                var published = Events(messages).SelectMany(one => one.Errors.Select(row => (one.ReportedAt, row.Site, Reading: row.Readiness ?? AsOf(statuses, row.Site, one.ReportedAt))));
                var recorded = events.SelectMany(one => one.Errors.Select(row => (one.ReportedAt, row.Site, Reading: row.Readiness!)));
                Assert.Equal(recorded.Order(), published.Order());
            });

    private static string AsOf(List<SiteStatusChanged> statuses, string site, DateTimeOffset at) =>
        statuses.Where(status => status.Site == site && status.EffectiveAt <= at).MaxBy(status => status.EffectiveAt)?.Readiness ?? "none";

    private static IEnumerable<SiteStatusChanged> Statuses(IEnumerable<OutsideMessage> messages) => messages.Select(message => message.Body).OfType<SiteStatusChanged>();

    private static IEnumerable<WorkflowAssistanceRequested> Events(IEnumerable<OutsideMessage> messages) => messages.Select(message => message.Body).OfType<WorkflowAssistanceRequested>();
}
