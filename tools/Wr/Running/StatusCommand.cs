using System.CommandLine;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Running;

/// <summary><c>wr status</c>: what runs and what does not.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("status", "Show what runs. Ends with 0 when everything is ready, else with 1.") { json };
        command.SetAction((call, cancellation) => Session.RunAsync(() => RunAsync(call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellation)
    {
        var instance = Instance.Default(Repository.Root);
        var processes = await InstanceState.ReadAsync(instance, cancellation);
        var up = instance.ReadEndpoints() is not null && processes.All(process => process.State == "ready");
        if (json)
            Output.WriteJson(new { up, console = instance.ReadEndpoints()?.Console, processes });
        else
            Describe(processes, up, instance.ReadEndpoints()?.Console);
        return up ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Describe(IReadOnlyList<ProcessState> processes, bool up, string? console)
    {
        var listing = new Listing("process", "state", "pid", "address");
        foreach (var process in processes)
            listing.Add(process.Name, process.State, process.Pid?.ToString() ?? "-", process.Url ?? "-");
        if (processes.Count > 0)
            listing.Write();
        Console.WriteLine(up ? "Up." : $"{(processes.Count == 0 ? "Down. Start with" : "Not everything is up. Complete it with")}: {Hint.To("up")}");
        if (console is not null)
            Console.WriteLine($"The console is at {console}; sign in by the link that this prints: {Hint.To("console")}");
    }
}
