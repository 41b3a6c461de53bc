using Microsoft.AspNetCore.Components.Server.Circuits;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Live;

internal static class LiveRegistration
{
    /// <summary>Those who hear are made before the one who listens starts.</summary>
    public static RecoveryService AddLive(this RecoveryService service)
    {
        service.Services.AddSingleton<Notifications>();
        service.Services.AddSingleton<CaseFeed>();
        service.Services.AddSingleton<Presence>();
        service.Services.AddScoped<BrowserReach>();
        service.Services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<BrowserReach>());
        service.Services.AddHostedService(provider => provider.GetRequiredService<CaseFeed>());
        service.Services.AddHostedService(provider => provider.GetRequiredService<Presence>());
        service.Services.AddHostedService(provider => provider.GetRequiredService<Notifications>());
        return service;
    }
}
