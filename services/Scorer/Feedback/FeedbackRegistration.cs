using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Scorer.Feedback;

internal static class FeedbackRegistration
{
    public static RecoveryService AddFeedback(this RecoveryService service)
    {
        service.Services.AddSingleton<OutcomeStore>();
        service.Services.AddSingleton<AnswerQuery>();
        service.Services.AddSingleton<ConfidenceMetrics>();
        service.Services.AddHostedService<ConfidenceWatch>();
        return service;
    }
}
