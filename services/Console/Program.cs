using WorkflowRecovery.Console.Api;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Cases;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Models;
using WorkflowRecovery.Console.Operations;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Queue;
using WorkflowRecovery.Console.Shell;
using WorkflowRecovery.Console.Sites;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.TodaysTools;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "console")
    .AddDatabase<ConsoleDatabase>()
    .AddAudit()
    .AddPeople()
    .AddQueue()
    .AddLive()
    .AddSitesAndErrors()
    .AddModels()
    .AddOperations()
    .AddOrders()
    .AddTodaysTools()
    .AddShell()
    .AddApi()
    .AddCases()
    .RunAsync();
