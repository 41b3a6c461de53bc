using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.Tests.Cases.Reading;

namespace WorkflowRecovery.Console.Tests.Orders;

public sealed class UnavailableSiteTests(CaseDatabase database) : IClassFixture<CaseDatabase>
{
    [Fact]
    public async Task A_site_is_unavailable_by_what_was_said_of_its_status_last()
    {
        var now = TimeProvider.System.GetUtcNow();
        await database.Rows.ChangeSiteAsync("T1_down", now.AddHours(-3), "green", "enabled");
        await database.Rows.ChangeSiteAsync("T1_down", now.AddHours(-2), null, "disabled");
        await database.Rows.ChangeSiteAsync("T1_down", now.AddHours(-1), "red", null);
        await database.Rows.ChangeSiteAsync("T2_back", now.AddHours(-2), null, "drain");
        await database.Rows.ChangeSiteAsync("T2_back", now.AddHours(-1), null, "enabled");
        await database.Rows.ChangeSiteAsync("T2_later", now.AddHours(1), null, "drain");
        await database.Rows.ChangeSiteAsync("T2_ready", now.AddHours(-1), "green", null);
        await database.Rows.ChangeSiteAsync("T3_drained", now.AddHours(-1), null, "drain");

        await using var tables = await database.Databases.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var sites = await new OrderReading(tables, TestContext.Current.CancellationToken).UnavailableSitesAsync();

        Assert.Equal(["T1_down", "T3_drained"], sites.Order(StringComparer.Ordinal));
    }
}
