using System.CommandLine;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Provisioning;

/// <summary><c>wr provision</c>: our accounts on servers that somebody else runs, and files with what each service needs to use them.</summary>
internal static class ProvisionCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Folder for the files; those of an earlier call keep their passwords.", Required = true };
    private static readonly Option<int> Port = Checked.AtLeastOne("--port", "Port on which every service will serve HTTP.", 8080);
    private static readonly Option<bool> Json = Output.JsonOption();

    public static Command Create()
    {
        var command = new Command("provision", """
            Make users, roles, virtual host and database on given servers, and a file of variables for each service.
            The servers and their administrators: WR_AMQP_URI, WR_AMQP_MANAGEMENT_URI and WR_POSTGRES, or files
            with these addresses, named by the same variables with _FILE at the end.
            """) { Out, Port, Json };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() =>
            RunAsync(new SettingsFolder(call.GetRequiredValue(Out)), call.GetValue(Port), call.GetValue(Json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(SettingsFolder folder, int port, bool json, CancellationToken cancellation)
    {
        if (GivenServers.FromEnvironment() is not { Broker: { } broker, PostgresAdmin: { } postgresAdmin })
            throw new ServerException("Say which servers to use: WR_AMQP_URI, WR_AMQP_MANAGEMENT_URI and WR_POSTGRES, or each with _FILE and the name of a file.");
        var files = await Steps.ShowAsync(progress => new GivenServersProvisioning(broker, postgresAdmin, folder, progress).RunAsync(port, cancellation));
        if (json)
            Output.WriteJson(new { InstanceStart.VirtualHost, InstanceStart.Database, files });
        else
            Console.WriteLine($"Virtual host {InstanceStart.VirtualHost} and database {InstanceStart.Database} are there. Written, for their owner only:\n  {string.Join("\n  ", files)}");
        return ExitCodes.Ok;
    }
}
