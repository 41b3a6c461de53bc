using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Scorer.Scoring;

internal static class ScoringRegistration
{
    public static RecoveryService AddScoring(this RecoveryService service)
    {
        service.Services.AddSingleton<CaseStore>();
        service.Services.AddSingleton<ReplayStore>();
        service.Services.AddSingleton<ShadowJudgements>();
        service.Services.AddHostedService<AutomaticRecall>();
        service.Services.AddHostedService<ExpiredOrders>();
        return service;
    }
}
