using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Queue;

internal static class QueueRegistration
{
    public static RecoveryService AddQueue(this RecoveryService service)
    {
        service.AddOptions<QueueOptions>("Queue");
        service.Services.AddSingleton<QueueBoard>();
        service.Services.AddSingleton<QueueDigests>();
        service.Services.AddSingleton<QueueReader>();
        service.Services.AddHostedService<QueueKeeper>();
        service.Services.AddHealthChecks().AddCheck<QueueHealth>("queue");
        return service;
    }
}
