using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Cases;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Shell;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "console")
    .AddDatabase<ConsoleDatabase>()
    .AddAudit()
    .AddPeople()
    .AddShell()
    .AddCases()
    .RunAsync();
