using System.CommandLine;
using System.Text.Json;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Demo;

/// <summary><c>wr demo</c>: everything once, on an instance of its own or on one that is up.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Records = Checked.AtLeastOne("--records", "Recorded actions to simulate.", 27_000);
    private static readonly Option<int> Events = Checked.AtLeastOne("--events", "Tasks with errors to hold back and to publish as live events.", 200);
    private static readonly Option<long> Seed = new("--seed") { Description = "Seed of the simulation.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> History = new("--history") { Description = "Recorded actions to use instead of simulated ones." };
    private static readonly Option<string?> Extras = HistoryPaths.ExtrasOption();
    private static readonly Option<string?> Logs = HistoryPaths.LogsOption();
    private static readonly Option<bool> Exit = new("--exit") { Description = "Stop by itself; the last line of the output is JSON." };
    private static readonly Option<bool> Running = new("--running") { Description = "Show it on the instance that is up already, and stop by itself; that stays up." };

    public static Command Create()
    {
        var command = new Command("demo", "Show it all: start, import a history, train on it, and recommend for its last tasks as live events.") { Records, Events, Seed, History, Extras, Logs, Exit, Running };
        command.Validators.Add(call =>
        {
            if (!call.Names(History) && (call.Names(Extras) || call.Names(Logs)))
                call.AddError("--extras and --logs belong to a --history.");
        });
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() => call.GetValue(Running)
            ? RunAsync(new RunningStage(Instance.Default(Repository.Root)), stayAt: null, OptionsOf(call), cancellation)
            : RunOnItsOwnAsync(OptionsOf(call), cancellation)));
        return command;
    }

    private static DemoOptions OptionsOf(ParseResult call) => new(
        call.GetValue(Records), call.GetValue(Events), call.GetValue(Seed), call.GetValue(History), call.GetValue(Extras), call.GetValue(Logs), call.GetValue(Exit));

    private static Task<int> RunOnItsOwnAsync(DemoOptions options, CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "demo");
        return RunAsync(own, options.Exit ? null : own.Instance, options, cancellation);
    }

    private static async Task<int> RunAsync(IStage stage, Instance? stayAt, DemoOptions options, CancellationToken cancellation)
    {
        DemoReport report;
        try
        {
            report = await new DemoRun(stage, options).RunAsync(cancellation);
            foreach (var line in report.Lines())
                Console.WriteLine(line);
            if (stayAt is not null)
                await StayAsync(stayAt, cancellation);
        }
        finally
        {
            await stage.StopAsync();
        }

        if (options.Exit)
            Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return report.IsGood ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task StayAsync(Instance instance, CancellationToken cancellation)
    {
        Console.WriteLine($"""

            It stays up until Ctrl+C. Where to look next, in another terminal:
              export {Instance.FolderVariable}={instance.Folder}
              {Hint.To("console")}                    a link that opens the console at {instance.ReadEndpoints()?.Console}
              {Hint.To("status")}                     what runs
              {Hint.To("recommend WORKFLOW")}         what was recommended for a workflow above
              {Hint.To("queue")}                      what waits for an operator
              {Hint.To("simulate --live --seed 2 --without-actions")}   live events of today, to practise on
              {Hint.To("dead-letters list")}          what was refused or failed
            Addresses with their passwords, for programs: {Path.Combine(instance.Folder, "endpoints.json")}
            """);
        var ended = new TaskCompletionSource();
        await using var stop = cancellation.Register(ended.SetResult);
        await ended.Task;
    }
}
