using Microsoft.FluentUI.AspNetCore.Components;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Shell;

internal static class ShellRegistration
{
    public static RecoveryService AddShell(this RecoveryService service)
    {
        service.Services.AddRazorComponents().AddInteractiveServerComponents();
        service.Services.AddFluentUIComponents();
        // Beside the program where it was built, the files of the component library are still in their packages.
        return service.AddWeb(web => web.WebHost.UseStaticWebAssets()).AddRoutes(Map);
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<ContentSecurity>();
        app.UseMiddleware<UnknownPages>();
        app.UsePeople();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(Policies.Viewer);
    }
}
