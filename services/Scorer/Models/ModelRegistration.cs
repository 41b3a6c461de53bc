using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Scorer.Models;

internal static class ModelRegistration
{
    public static RecoveryService AddModels(this RecoveryService service)
    {
        service.Services.AddSingleton<ActiveModels>();
        service.Services.AddSingleton<ModelLoader>();
        service.Services.AddHostedService<ModelWatch>();
        return service;
    }
}
