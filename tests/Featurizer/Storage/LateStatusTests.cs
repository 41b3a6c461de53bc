using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.ServiceDefaults.Wire;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

public sealed class LateStatusTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly string _site = NewSite();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_status_that_changes_the_matrix_of_an_open_event_makes_its_second()
    {
        var reported = NewEvent(Error(85, _site, 3));
        await stores.Matrices.StoreAsync(reported, Cancellation);
        await stores.Statuses.StoreAsync(Status(_site, 0, "green"), Cancellation);

        var matrices = await stores.MatricesOfAsync(reported.EventId);

        Assert.Equal(["reported", "late site status"], matrices.Select(matrix => matrix.Cause));
        Assert.Equal(
            [Readiness.None, Readiness.Green],
            matrices.Select(matrix => Assert.Single(MatrixEncoding.Decode(matrix.Cells).Cells).Readiness));
        var told = (await stores.TakeMessagesAsync()).Select(message => WireJson.Read<MatrixStored>(message.Body.Span)).ToList();
        Assert.Equal(matrices.Select(matrix => matrix.MatrixId), told.Select(stored => stored.MatrixId));
        Assert.Equal("green", Assert.Single(told[1].Event.Errors).Readiness);
    }

    [Theory]
    [InlineData(1, "green")]
    [InlineData(0, null)]
    [InlineData(0, "none")]
    public async Task A_status_that_changes_nothing_in_the_matrix_is_only_stored(int secondsAfterReport, string? readiness)
    {
        var reported = NewEvent(Error(85, _site, 3));
        await stores.Matrices.StoreAsync(reported, Cancellation);
        await stores.Statuses.StoreAsync(Status(_site, secondsAfterReport, readiness, status: "drain"), Cancellation);

        Assert.Single(await stores.MatricesOfAsync(reported.EventId));
        Assert.Single(await stores.TakeMessagesAsync());
    }

    [Fact]
    public async Task A_reading_of_the_publisher_is_not_revised()
    {
        var reported = NewEvent(Error(85, _site, 3, "yellow"));
        await stores.Matrices.StoreAsync(reported, Cancellation);
        await stores.Statuses.StoreAsync(Status(_site, 0, "green"), Cancellation);

        var matrix = Assert.Single(await stores.MatricesOfAsync(reported.EventId));
        Assert.Equal(Readiness.Yellow, Assert.Single(MatrixEncoding.Decode(matrix.Cells).Cells).Readiness);
    }

    [Theory]
    [InlineData("review", "now() + interval '1 hour'", "now()")]
    [InlineData("automatic", "now() + interval '1 hour'", "null")]
    [InlineData("approved", "now() + interval '1 hour'", "null")]
    [InlineData("withdrawn", "now() + interval '1 hour'", "null")]
    [InlineData("review", "now() - interval '1 second'", "null")]
    public async Task A_closed_event_is_not_revised(string disposition, string expiresAt, string answeredAt)
    {
        var reported = NewEvent(Error(85, _site, 3));
        await stores.Matrices.StoreAsync(reported, Cancellation);
        await stores.RunAsOwnerAsync(
            $"insert into scorer.recovery_case values ($1, 'w', '/w/t', now(), 1, 1, '{disposition}', {expiresAt}, {answeredAt})", reported.EventId);
        await stores.Statuses.StoreAsync(Status(_site, 0, "green"), Cancellation);

        Assert.Single(await stores.MatricesOfAsync(reported.EventId));
        Assert.Single(await stores.TakeMessagesAsync());
    }

    [Fact]
    public async Task Sites_that_are_drained_or_disabled_now_are_told_whatever_they_were_when_reported()
    {
        var (drained, disabled, open) = (NewSite(), NewSite(), NewSite());
        await stores.Statuses.StoreAsync(Status(drained, 3600, null, status: "drain"), Cancellation);
        await stores.Statuses.StoreAsync(Status(disabled, -1, "green", status: "disabled"), Cancellation);
        await stores.Statuses.StoreAsync(Status(open, -2, "green", status: "drain"), Cancellation);
        await stores.Statuses.StoreAsync(Status(open, -1, "green", status: "enabled"), Cancellation);
        await stores.Matrices.StoreAsync(NewEvent(Error(85, drained, 1), Error(85, disabled, 1), Error(85, open, 1)), Cancellation);

        var told = WireJson.Read<MatrixStored>(Assert.Single(await stores.TakeMessagesAsync()).Body.Span);

        Assert.Equal([.. new[] { drained, disabled }.Order()], told.UnavailableSites.Order());
    }

    [Fact]
    public async Task Compute_sites_whose_last_status_is_older_than_a_day_are_told_unless_their_rows_say_it_themselves()
    {
        var (fresh, old, late, own) = (NewSite(), NewSite(), NewSite(), NewSite());
        await stores.Statuses.StoreAsync(Status(fresh, -24 * 3600, null, status: "enabled"), Cancellation);
        await stores.Statuses.StoreAsync(Status(old, (-24 * 3600) - 1, "green"), Cancellation);
        await stores.Statuses.StoreAsync(Status(late, 1, "green"), Cancellation);
        await stores.Matrices.StoreAsync(
            NewEvent(Error(85, fresh, 1), Error(85, old, 1), Error(92, old, 1), Error(85, late, 1), Error(85, own, 1, "red"), Error(-1, "NoReportedSite", 1), Error(-1, "T1_ES_PIC_Disk", 1)),
            Cancellation);

        var told = WireJson.Read<MatrixStored>(Assert.Single(await stores.TakeMessagesAsync()).Body.Span);

        Assert.Equal([.. new[] { old, late }.Order(StringComparer.Ordinal)], told.SitesWithoutStatus);
    }

    public async ValueTask InitializeAsync() => await stores.TakeMessagesAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
