using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Contract;
using WorkflowRecovery.Ingestor.History;
using WorkflowRecovery.Ingestor.Intake;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.Ingestor.Undo;
using WorkflowRecovery.ServiceDefaults.Hosting;

if (args is ["asyncapi"])
{
    Console.Write(ContractDocument.Text);
    return 0;
}

return await RecoveryService.Create(args, "ingestor")
    .AddDatabase<IngestorDatabase>()
    .AddIntake()
    .AddEndpoints(endpoints => endpoints
        .Everything<IntakeConsumer>(IntakeConsumer.Endpoint, Names.IntakeExchange)
        .Inside<HistoryConsumer>("history", InsideKeys.HistorySubmitted, atOnce: 2)
        .Inside<UndoneActionConsumer>("undone-actions", InsideKeys.OperatorActionUndone, atOnce: 2))
    .AddRoutes(app => app.MapContract())
    .RunAsync();
