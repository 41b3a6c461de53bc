using System.CommandLine;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Servers.Temporary;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Checking;

/// <summary><c>wr test</c>: builds everything and runs every test against one pair of private servers.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Only tests whose full name contains this." };
        var projects = new Option<string[]>("--project") { Description = "Only these folders of tests/, e.g. Domain.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("test", "Build everything and run the tests. Ends with 0 when all passed.") { filter, projects };
        command.SetAction((call, cancellation) => Session.RunAsync(() => RunAsync(call.GetValue(filter), call.GetValue(projects) ?? [], cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, string[] only, CancellationToken cancellation)
    {
        var repository = Repository.Root();
        var given = GivenServers.FromEnvironment("WR_TEST_");
        var projects = TestProject.Find(repository, only);
        await using var servers = new TemporaryServers();
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync(given.NeededPackages().Append(DebianPackage.Pika).Append(DebianPackage.Chromium), progress, cancellation);
            progress.Report("building");
            await Building.RunAsync(repository, projects, only.Length > 0, cancellation);
            progress.Report("starting servers");
            await StartMissingAsync(servers, given, cancellation);
            progress.Report("testing");
            return true;
        });
        var results = await new TestRun(Environments.For(servers, given), servers.Folder, filter).RunAsync(projects, cancellation);
        Console.WriteLine(TestSummary.Of(results).Line);
        return TestSummary.Of(results).IsGood ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static Task StartMissingAsync(TemporaryServers servers, GivenServers given, CancellationToken cancellation) => Task.WhenAll(
        given.PostgresAdmin is null ? servers.Postgres.StartAsync(cancellation) : Task.CompletedTask,
        given.Broker is null ? servers.RabbitMq.StartAsync(cancellation) : Task.CompletedTask);
}
