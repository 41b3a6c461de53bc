using System.CommandLine;
using WorkflowRecovery.Wr.Automatic;
using WorkflowRecovery.Wr.Bench;
using WorkflowRecovery.Wr.Checking;
using WorkflowRecovery.Wr.DeadLetters;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Drift;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Models;
using WorkflowRecovery.Wr.Provisioning;
using WorkflowRecovery.Wr.Queue;
using WorkflowRecovery.Wr.Recommend;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.RuleFiles;
using WorkflowRecovery.Wr.Running;
using WorkflowRecovery.Wr.Screenshots;
using WorkflowRecovery.Wr.Simulate;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

CommandClock.Begin();
var root = new RootCommand("WorkflowRecovery on this machine: what to do about workflows that need assistance.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    ConsoleCommand.Create(),
    ImportCommand.Create(),
    SimulateCommand.Create(),
    StudyCommand.Create(),
    ReplayCommand.Create(),
    TrainCommand.Create(),
    AutomaticCommand.Create(),
    ModelsCommand.Create(),
    QueueCommand.Create(),
    RecommendCommand.Create(),
    DriftCommand.Create(),
    RulesCommand.Create(),
    DeadLettersCommand.Create(),
    ProvisionCommand.Create(),
    BenchCommand.Create(),
    ScreenshotsCommand.Create(),
    TestCommand.Create(),
};

var call = root.Parse(args);
return call.Errors.Count > 0 && !call.IsHelp()
    ? ExitCodes.Usage(call)
    : await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
