using System.CommandLine;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Running;

/// <summary><c>wr console</c>: the way into the console of this machine's instance.</summary>
internal static class ConsoleCommand
{
    private static readonly Option<string> Role = new("--role") { Description = "What to be: viewer, operator, expert or admin.", DefaultValueFactory = _ => "operator" };
    private static readonly Option<string> Name = new("--name") { Description = "The name that the audit trail will show.", DefaultValueFactory = _ => Environment.UserName };
    private static readonly Option<bool> Json = Output.JsonOption();

    public static Command Create()
    {
        Role.AcceptOnlyFromAmong("viewer", "operator", "expert", "admin");
        var command = new Command("console", "Print a link that opens the console, signed in. Keep it to yourself: it holds the key.") { Role, Name, Json };
        command.SetAction((call, _) => Session.RunAsync(() => Task.FromResult(Run(call.GetValue(Role)!, call.GetValue(Name)!, call.GetValue(Json)))));
        return command;
    }

    private static int Run(string role, string name, bool json)
    {
        var instance = Instance.Default(Repository.Root);
        if (instance.ReadEndpoints()?.Console is not { } console)
            throw new ServerException($"No console runs here. Start it with: {Hint.To("up")}");
        if (instance.ReadSecrets()?.ConsoleKey is not { } key)
            throw new ServerException($"The console at {console} has no sign-in by key; docs/people.md tells how people sign in there.");
        var link = ConsoleSignIn.Link(new Uri(console), key, role, name);
        if (json)
            Output.WriteJson(new { console, link, role, name });
        else
            Console.WriteLine(link.AbsoluteUri);
        return ExitCodes.Ok;
    }
}
