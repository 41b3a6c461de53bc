using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Orders;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class NotAllowedTests(RunningDesk running) : BunitContext, IClassFixture<RunningDesk>
{
    [Fact]
    public async Task Every_page_that_somebody_asks_for_in_vain_is_written_down_once()
    {
        Services.AddSingleton(new RefusalLog(new AuditTrail(running.Databases, TimeProvider.System), TimeProvider.System));
        this.AddAuthorization().SetAuthorized("eve").SetPolicies(Policies.Viewer);
        var eve = Task.FromResult(new AuthenticationState(Person.Of("eve", Role.Viewer, "test")));
        var navigation = Services.GetRequiredService<NavigationManager>();

        navigation.NavigateTo("people");
        var page = Render<NotAllowed>(one => one.AddCascadingValue(eve));
        page.Render();
        await Until.TrueAsync("the first is written down", async () => await PathsAsync() == "/people");
        navigation.NavigateTo("audit?who=ada");
        page.Render();
        page.Render();

        await Until.TrueAsync("both are written down", async () => await PathsAsync() is not null and not "/people");
        Assert.Equal("/people /audit", await PathsAsync());
    }

    private async Task<string?> PathsAsync() => await running.AskAsync(
        "select string_agg(details -> 'details' ->> 'path', ' ' order by number) from console.audit where who = 'eve' and what = 'denied'") as string;
}
