using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WorkflowRecovery.ServiceDefaults.Database;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.ServiceDefaults.Sweeping;

/// <summary>Registers sweeps.</summary>
public static class SweepRegistration
{
    /// <summary>Removes old rows of the service's tables for as long as the service runs.</summary>
    /// <param name="service">The service.</param>
    /// <param name="tables">Which rows, by the service's options.</param>
    public static RecoveryService AddSweep<TDatabase>(this RecoveryService service, Func<IServiceProvider, IReadOnlyList<OldRows>> tables)
        where TDatabase : ServiceDatabase
    {
        ArgumentNullException.ThrowIfNull(service);
        service.AddOptions<SweepOptions>("Sweep");
        service.Services.AddSingleton<TableSweep<TDatabase>>();
        service.Services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TableSweeper<TDatabase>>(provider, tables(provider)));
        return service;
    }
}
