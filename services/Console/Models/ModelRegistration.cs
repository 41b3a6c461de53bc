using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Models;

internal static class ModelRegistration
{
    public static RecoveryService AddModels(this RecoveryService service)
    {
        service.Services.AddSingleton<ModelReader>();
        service.Services.AddSingleton<AutomaticReader>();
        service.Services.AddSingleton<ModelDesk>();
        return service;
    }
}
