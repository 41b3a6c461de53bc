using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Scorer.Policies;

internal static class PolicyRegistration
{
    public static RecoveryService AddPolicy(this RecoveryService service)
    {
        service.Services.AddSingleton<CurrentPolicy>();
        service.Services.AddHostedService<PolicyWatch>();
        return service;
    }
}
