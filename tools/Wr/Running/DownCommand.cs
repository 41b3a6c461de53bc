using System.CommandLine;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Running;

/// <summary><c>wr down</c>: ends what <c>wr up</c> started.</summary>
internal static class DownCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("down", "Stop everything that up started, and nothing else. Data stay.") { json };
        command.SetAction((call, cancellation) => Session.RunAsync(() => RunAsync(call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellation)
    {
        var instance = Instance.Default(Repository.Root);
        var stopped = await Steps.ShowAsync(progress => new InstanceStop(instance, progress).RunAsync(cancellation));
        if (json)
            Output.WriteJson(new { stopped });
        else
            Console.WriteLine(stopped.Count == 0 ? "Nothing was running." : $"Stopped {string.Join(", ", stopped)}.");
        return ExitCodes.Ok;
    }
}
