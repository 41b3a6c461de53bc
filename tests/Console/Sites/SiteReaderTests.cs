using WorkflowRecovery.Console.Errors;
using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Console.Sites;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Sites;

public sealed class SiteReaderTests(TestServers servers) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset From = Now.AddDays(-30);

    private ReadDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await ReadDatabase.NewAsync(servers);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Of_each_site_what_held_and_every_change_since_are_read()
    {
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-90), "red", "enabled");
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-80), "green", null);
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-20), "green", "drain");
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-10), "yellow", null);
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-9), "yellow", null);
        await _database.Past.SiteAsync("T2_B", Now.AddDays(-5), null, "disabled");
        await _database.Past.SiteAsync("T2_B", Now.AddHours(1), "green", "enabled");

        var sayings = await new SiteReader(_database.Console).AllAsync(only: null, From, Now, TestContext.Current.CancellationToken);
        var one = await new SiteReader(_database.Console).AllAsync("T2_B", From, Now, TestContext.Current.CancellationToken);
        var sites = KnownSite.All(sayings, FailureTally.Of([], Now, 7), From, Now);

        Assert.Equal(["T1_A", "T2_B"], sites.Select(site => site.Name));
        Assert.Equal(("yellow", Now.AddDays(-10)), (sites[0].Readiness.Now, sites[0].Readiness.Since));
        Assert.Equal(("drain", Now.AddDays(-20)), (sites[0].Status.Now, sites[0].Status.Since));
        Assert.Equal((null, "disabled"), (sites[1].Readiness.Now, sites[1].Status.Now));
        Assert.Equal([("T2_B", "status", "disabled")], one.Select(saying => (saying.Site, saying.Kind, saying.Word)));
    }

    [Fact]
    public async Task What_was_said_of_one_site_is_shown_the_newest_first()
    {
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-2), "red", "enabled");
        await _database.Past.SiteAsync("T1_A", Now.AddDays(-1), "green", null);

        var sayings = await new SiteReader(_database.Console).OfAsync("T1_A", 10, Now, TestContext.Current.CancellationToken);

        Assert.Equal(["green", "red", "enabled"], sayings.Select(saying => saying.Word));
    }

    [Fact]
    public async Task The_first_orders_for_tasks_with_a_code_are_counted_by_workflow()
    {
        await _database.Past.FailureAsync("a", Now.AddDays(-3), (50660, "T1_A", 3));
        await _database.Past.OrderAsync("a", Now.AddDays(-4), "clone");
        await _database.Past.OrderAsync("a", Now.AddDays(-2), "acdc", 20_000);
        await _database.Past.OrderAsync("a", Now.AddDays(-1), "by-pass");
        await _database.Past.FailureAsync("b", Now.AddDays(-3), (85, "T1_A", 3));
        await _database.Past.OrderAsync("b", Now.AddDays(-2), "acdc");
        var reader = new CodeReader(_database.Console);

        var orders = await reader.OrdersAsync(50660, TestContext.Current.CancellationToken);
        var all = await reader.AllOrdersAsync(TestContext.Current.CancellationToken);

        Assert.Equal([new OrderCount("acdc, memory", 1)], orders);
        Assert.Equal(4, all.Sum(order => order.Workflows));
    }
}
