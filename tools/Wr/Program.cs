using System.CommandLine;
using WorkflowRecovery.Wr.Checking;
using WorkflowRecovery.Wr.Running;
using WorkflowRecovery.Wr.Terminal;

var root = new RootCommand("WorkflowRecovery on this machine: what to do about workflows that need assistance.")
{
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    TestCommand.Create(),
};

var call = root.Parse(args);
return call.Errors.Count > 0 && !call.IsHelp()
    ? ExitCodes.Usage(call)
    : await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
