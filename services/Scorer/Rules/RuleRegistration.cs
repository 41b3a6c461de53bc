using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Scorer.Rules;

internal static class RuleRegistration
{
    public static RecoveryService AddRules(this RecoveryService service)
    {
        service.Services.AddSingleton<ActiveRules>();
        service.Services.AddHostedService<RuleWatch>();
        return service;
    }
}
