using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Sweeping;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>What is removed of tables that would only grow.</summary>
public sealed class RetentionTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private const string Change = "insert into featurizer.site_status values ($1, $2 - $3 * interval '1 day', '', $4, $5, now())";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow.AddDays(10_000));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Past_tasks_can_be_looked_up_by_their_codes_however_much_newer_a_report_is()
    {
        var old = Event($"pdmvserv_{Guid.NewGuid():N}", null, Error(85, NewSite(), 3));
        await stores.Matrices.StoreAsync(old with { Event = old.Event with { ReportedAt = ReportedAt.AddDays(-3650) } }, Cancellation);
        await stores.Matrices.StoreAsync(NewEvent(Error(85, NewSite(), 3)), Cancellation);

        foreach (var table in new RetentionOptions().Tables)
            await SweepAsync(table.Table);

        Assert.Equal(1L, await stores.AskAsConsoleAsync("select count(*) from featurizer.task_code where event_id = $1 and 85 = any(codes)", old.EventId));
    }

    [Fact]
    public async Task Statuses_that_later_ones_replaced_long_ago_are_forgotten_and_at_any_time_that_is_kept_the_same_holds()
    {
        var site = NewSite();
        await ChangeAsync(site, 1000, "red", "drain");
        await ChangeAsync(site, 900, "yellow", null);
        await ChangeAsync(site, 800, null, "enabled");
        await ChangeAsync(site, 700, "yellow", null);
        await ChangeAsync(site, 300, "green", null);
        await ChangeAsync(site, 0, "red", null);
        var before = await ReadinessAsync(site);

        Assert.Equal(2, await SweepAsync("featurizer.site_status"));
        Assert.Equal(0, await SweepAsync("featurizer.site_status"));
        Assert.Equal(before, await ReadinessAsync(site));
    }

    [Fact]
    public async Task A_status_that_is_fresh_for_the_oldest_report_that_is_kept_is_kept_as_well()
    {
        var site = NewSite();
        await ChangeAsync(site, 401, "red", "drain");
        await ChangeAsync(site, 400, "green", "enabled");
        await ChangeAsync(site, 0, "red", null);

        Assert.Equal(0, await SweepAsync("featurizer.site_status"));
    }

    private Task ChangeAsync(string site, int daysAgo, string? readiness, string? status) =>
        stores.RunAsOwnerAsync(Change, site, ReportedAt, daysAgo, (object?)readiness ?? DBNull.Value, (object?)status ?? DBNull.Value);

    private async Task<IReadOnlyList<string?>> ReadinessAsync(string site)
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var said = new List<string?>();
        foreach (var daysAgo in (int[])[400, 299, 0])
            said.Add((await SiteStatuses.ReadinessAtAsync(database, [site], ReportedAt.AddDays(-daysAgo), Cancellation)).GetValueOrDefault(site));
        return said;
    }

    private Task<int> SweepAsync(string table) =>
        new TableSweep<FeaturizerDatabase>(stores.Databases, Options.Create(new SweepOptions { RowsAtOnce = 20 }), _clock)
            .SweepAsync(new RetentionOptions().Tables.Single(old => old.Table == table), Cancellation);
}
