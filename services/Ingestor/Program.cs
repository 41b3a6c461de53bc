using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.History;
using WorkflowRecovery.Ingestor.Intake;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "ingestor")
    .AddDatabase<IngestorDatabase>()
    .AddIntake()
    .AddEndpoints(endpoints => endpoints
        .Everything<IntakeConsumer>(IntakeConsumer.Endpoint, Names.IntakeExchange)
        .Inside<HistoryConsumer>("history", InsideKeys.HistorySubmitted))
    .RunAsync();
