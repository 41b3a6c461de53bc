using WorkflowRecovery.Console.Errors;
using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Sites;

internal static class SiteRegistration
{
    /// <summary>The pages of sites and of error codes, which share what is counted of failures.</summary>
    public static RecoveryService AddSitesAndErrors(this RecoveryService service)
    {
        service.AddOptions<FailureOptions>("Failures");
        service.Services.AddSingleton<FailureBook>();
        service.Services.AddSingleton<FailureReader>();
        service.Services.AddHostedService<FailureKeeper>();
        service.Services.AddSingleton<SiteReader>();
        service.Services.AddSingleton<CodeReader>();
        return service;
    }
}
