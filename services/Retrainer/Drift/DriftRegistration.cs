using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Retrainer.Drift;

internal static class DriftRegistration
{
    public static RecoveryService AddDrift(this RecoveryService service)
    {
        service.Services.AddSingleton<SampleQuery>();
        service.Services.AddSingleton<DriftStore>();
        service.Services.AddSingleton<DriftLook>();
        service.Services.AddHostedService<DriftWatch>();
        return service;
    }
}
