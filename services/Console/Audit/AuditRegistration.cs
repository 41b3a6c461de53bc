using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Audit;

internal static class AuditRegistration
{
    public static RecoveryService AddAudit(this RecoveryService service)
    {
        service.Services.AddSingleton<AuditTrail>();
        service.Services.AddSingleton<RefusalLog>();
        service.Services.AddSingleton<AuditReader>();
        return service;
    }
}
