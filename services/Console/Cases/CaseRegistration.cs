using WorkflowRecovery.Console.Cases.Advice;
using WorkflowRecovery.Console.Cases.Links;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Similar;
using WorkflowRecovery.Console.Cases.Sites;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Cases;

internal static class CaseRegistration
{
    public static RecoveryService AddCases(this RecoveryService service)
    {
        service.AddOptions<OutsideLinkOptions>("Links").AddOptions<RuleShelfOptions>("Rules");
        service.Services.AddSingleton<CaseReader>();
        service.Services.AddSingleton<CaseSiteReader>();
        service.Services.AddSingleton<SimilarReader>();
        service.Services.AddSingleton<RuleShelf>();
        service.Services.AddSingleton<CaseLinks>();
        service.Services.AddSingleton<CaseDesk>();
        return service;
    }
}
