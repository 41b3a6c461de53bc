using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Retrainer.Training;

internal static class TrainingRegistration
{
    public static RecoveryService AddTraining(this RecoveryService service)
    {
        service.Services.AddSingleton<RunStore>();
        service.Services.AddSingleton<ExampleQuery>();
        service.Services.AddSingleton<ModelRegistry>();
        service.Services.AddSingleton<SetEntry>();
        service.Services.AddSingleton<RequestedMoves>();
        service.Services.AddSingleton<LiveCaseQuery>();
        service.Services.AddSingleton<TrialStore>();
        service.Services.AddHostedService<ShadowWatch>();
        service.Services.AddSingleton<TrainingRun>();
        service.Services.AddHostedService<TrainingLoop>();
        return service;
    }
}
