using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Decisions;
using static WorkflowRecovery.Scorer.Tests.Storage.Deciding;

namespace WorkflowRecovery.Scorer.Tests.Storage;

public sealed class BudgetTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly DateTimeOffset[] Hour = [BudgetClaim.WindowsOf(Rounds.First, Rounds.First)[0]];

    // The stores have ten connections; who waits for one gives up sooner than a busy machine gets through a thousand.
    private readonly SemaphoreSlim _connections = new(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await stores.RunAsOwnerAsync("delete from scorer.budget_use");
        await stores.SwitchAsync(isOn: true);
    }

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Of_a_thousand_that_try_at_once_exactly_as_many_pass_as_the_limit_says()
    {
        BudgetClaim[] claims = [new("all", "", 37), new("campaign", "Run2", 500), new("site", "T2_US_MIT", 100)];

        var passed = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => TakeAsync(claims)));

        Assert.Equal(37, passed.Count(exhausted => exhausted.Count == 0));
        Assert.All(passed.Where(exhausted => exhausted.Count > 0), exhausted => Assert.Equal([claims[0]], exhausted));
        Assert.Equal([37, 37, 37], await UsedAsync());
    }

    [Fact]
    public async Task What_one_budget_refuses_is_taken_out_of_none()
    {
        Assert.Empty(await TakeAsync([new("all", "", 10), new("campaign", "Run2", 1), new("site", "T2_US_MIT", 10)]));
        Assert.Equal(["campaign"], (await TakeAsync([new("all", "", 10), new("campaign", "Run2", 1), new("site", "T1_US_FNAL", 10)])).Select(claim => claim.Kind));

        Assert.Equal([1, 1, 1], await UsedAsync());
    }

    [Fact]
    public async Task A_limit_of_none_lets_none_pass() =>
        Assert.Single(await TakeAsync([new("all", "", 0)]));

    [Fact]
    public async Task What_is_rolled_back_was_not_taken()
    {
        await using (var database = await stores.Databases.CreateDbContextAsync(Cancellation))
        await using (await database.Database.BeginTransactionAsync(Cancellation))
            Assert.Empty(await Budgets.TakeAsync(database, [new("all", "", 1)], Hour, Cancellation));

        Assert.Empty(await TakeAsync([new("all", "", 1)]));
    }

    [Fact]
    public async Task Every_hour_has_its_own_budget()
    {
        var policy = Trusting.With(p => p with { PerHour = 1 });
        var hour = new DateTimeOffset(2019, 3, 4, 5, 0, 0, TimeSpan.Zero);

        Assert.Empty(await FeaturesAsync(policy, hour));
        Assert.Equal(["budget.all"], await FeaturesAsync(policy, hour.AddMinutes(30)));
        Assert.Empty(await FeaturesAsync(policy, hour.AddHours(1)));
    }

    [Fact]
    public async Task A_backlog_that_comes_in_at_once_is_limited_by_the_hour_in_which_it_comes()
    {
        var policy = Trusting.With(p => p with { PerHour = 2 });
        var now = new DateTimeOffset(2019, 3, 6, 5, 10, 0, TimeSpan.Zero);

        var told = new List<string>();
        foreach (var hours in Enumerable.Range(0, 6))
            told.AddRange(await FeaturesAsync(policy, now.AddHours(-hours), now));

        Assert.Equal(Enumerable.Repeat("budget.all", 4), told);
    }

    [Fact]
    public async Task What_was_reported_in_one_hour_has_that_hours_budget_however_late_it_comes_in()
    {
        var policy = Trusting.With(p => p with { PerHour = 1 });
        var reported = new DateTimeOffset(2019, 3, 7, 5, 0, 0, TimeSpan.Zero);

        Assert.Empty(await FeaturesAsync(policy, reported));
        Assert.Equal(["budget.all"], await FeaturesAsync(policy, reported.AddMinutes(59), reported.AddMinutes(65)));
    }

    [Fact]
    public async Task A_campaign_and_a_site_have_budgets_of_their_own_and_every_one_that_is_used_up_is_told()
    {
        var policy = Trusting.With(p => p with { PerHourAndCampaign = 1, PerHourAndSite = 1 });
        var one = NewTask();
        await stores.DecideAsync(one, policy);

        Assert.Equal(["budget.campaign", "budget.site"], (await stores.DecideAsync(one with { Task = $"{one.Task}/Merge" }, policy)).Features());
        Assert.Equal(["budget.site"], (await stores.DecideAsync(NewTask(site: one.Errors[0].Site), policy)).Features());
        Assert.Empty((await stores.DecideAsync(NewTask(), policy)).Features());
    }

    [Fact]
    public async Task What_is_not_automatic_anyway_takes_nothing()
    {
        await stores.SwitchAsync(isOn: false);
        await stores.DecideAsync(NewTask());

        Assert.Empty(await UsedAsync());
    }

    private async Task<IEnumerable<string>> FeaturesAsync(RecoveryPolicy policy, DateTimeOffset reportedAt, DateTimeOffset? now = null) =>
        (await stores.DecideAsync(NewTask(reportedAt: reportedAt), policy, now: now)).Features();

    private async Task<IReadOnlyList<BudgetClaim>> TakeAsync(BudgetClaim[] claims)
    {
        await _connections.WaitAsync(Cancellation);
        try
        {
            await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
            await using var transaction = await database.Database.BeginTransactionAsync(Cancellation);
            var exhausted = await Budgets.TakeAsync(database, claims, Hour, Cancellation);
            await transaction.CommitAsync(Cancellation);
            return exhausted;
        }
        finally
        {
            _connections.Release();
        }
    }

    private async Task<List<int>> UsedAsync()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Database.SqlQuery<int>($"""select used as "Value" from scorer.budget_use order by kind, key""").ToListAsync(Cancellation);
    }
}
