using WorkflowRecovery.Console.Cases;
using WorkflowRecovery.Console.Shell;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "console")
    .AddDatabase<ConsoleDatabase>()
    .AddShell()
    .AddCases()
    .RunAsync();
