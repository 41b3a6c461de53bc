using System.CommandLine;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Running;

/// <summary><c>wr up</c>: servers, accounts, tables and services.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var serversOnly = new Option<bool>("--servers-only") { Description = "Start and provision the servers, but no service." };
        var command = new Command("up", "Start the servers and all services and wait until they are ready. What runs already stays.") { json, serversOnly };
        command.SetAction((call, cancellation) => Session.RunAsync(() => RunAsync(call.GetValue(json), call.GetValue(serversOnly), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(bool json, bool serversOnly, CancellationToken cancellation)
    {
        var repository = Repository.Root();
        var instance = Instance.Default(() => repository);
        var started = await Steps.ShowAsync(progress => StartOf(instance, repository, serversOnly, progress).RunAsync(cancellation));
        if (json)
            Output.WriteJson(instance.ReadEndpoints());
        else
            Describe(instance, started);
        return ExitCodes.Ok;
    }

    private static InstanceStart StartOf(Instance instance, string repository, bool serversOnly, IProgress<string> progress)
    {
        var given = GivenServers.FromEnvironment();
        return serversOnly
            ? new InstanceStart(instance, repository, given, progress) { Services = [] }
            : new InstanceStart(instance, repository, given, progress);
    }

    private static void Describe(Instance instance, bool started)
    {
        Console.WriteLine(started ? "Up." : "Already up.");
        foreach (var (name, url) in instance.ReadEndpoints()?.Services ?? new Dictionary<string, string>())
            Console.WriteLine($"  {name,-12} {url}");
        if (instance.ReadEndpoints()?.Console is { } console)
            Console.WriteLine($"The console is at {console}; sign in by the link that this prints: {Hint.To("console")}");
        Console.WriteLine($"Addresses with their passwords: {Path.Combine(instance.Folder, "endpoints.json")}");
    }
}
