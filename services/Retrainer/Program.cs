using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Drift;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "retrainer")
    .AddOptions<RetrainingOptions>("Retraining")
    .AddOptions<DriftWatchOptions>("Drift")
    .AddDatabase<RetrainerDatabase>()
    .AddTraining()
    .AddDrift()
    .AddEndpoints(endpoints => endpoints
        .Inside<TrainingRequestConsumer>("training-requests", InsideKeys.TrainingRequested)
        .Inside<MoveRequestConsumer>("move-requests", InsideKeys.ModelMoveRequested))
    .RunAsync();
