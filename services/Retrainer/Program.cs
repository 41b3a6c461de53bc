using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "retrainer")
    .AddOptions<RetrainingOptions>("Retraining")
    .AddDatabase<RetrainerDatabase>()
    .AddTraining()
    .AddEndpoints(endpoints => endpoints
        .Inside<TrainingRequestConsumer>("training-requests", InsideKeys.TrainingRequested)
        .Inside<MoveRequestConsumer>("move-requests", InsideKeys.ModelMoveRequested))
    .RunAsync();
