using System.CommandLine;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Simulate;

/// <summary><c>wr simulate</c>: recorded actions as files, or their latest part as a live stream.</summary>
internal static class SimulateCommand
{
    private static readonly Option<int> Records = Checked.AtLeastOne("--records", "Recorded actions to simulate.", 27_000);
    private static readonly Option<long> Seed = new("--seed") { Description = "Equal seeds give equal records.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Out = new("--out") { Description = "File for the recorded actions; .gz compresses." };
    private static readonly Option<string?> Extras = new("--extras") { Description = "File for what the format has no room for: times, campaign, jobs, memory, cores." };
    private static readonly Option<string?> Logs = new("--logs") { Description = "File for log excerpts." };
    private static readonly Option<bool> Live = new("--live") { Description = "Publish the latest tasks to the running instance instead, with site statuses and the operators' actions that follow." };
    private static readonly Option<bool> WithoutActions = new("--without-actions") { Description = "With --live: leave the operators' actions out, so that every case stays open, to practise on in the console." };
    private static readonly Option<DateTimeOffset?> Until = new("--until") { Description = "When the simulated past ends; 2019-04-01 as the published one does, with --live now." };
    private static readonly Option<int> Count = Checked.AtLeastOne("--count", "With --live: tasks to publish.", 100);
    private static readonly Option<int> Rate = Checked.AtLeastOne("--rate", "With --live: messages in a second.", 20);
    private static readonly Option<bool> Json = Output.JsonOption();

    public static Command Create()
    {
        var command = new Command("simulate", "Simulate recorded actions with the published frequencies of the real ones, which are not public.")
        {
            Records, Seed, Until, Out, Extras, Logs, Live, WithoutActions, Count, Rate, Json,
        };
        command.Validators.Add(call =>
        {
            if (call.Names(Live) == call.Names(Out))
                call.AddError("Say either where to write with --out, or --live.");
            if (call.Names(WithoutActions) && !call.Names(Live))
                call.AddError("--without-actions belongs to --live.");
        });
        command.SetAction((call, cancellation) => call.GetValue(Live)
            ? InstanceSession.RunAsync(instance => PublishAsync(instance, call, cancellation))
            : InstanceSession.GuardAsync(() => WriteAsync(call, cancellation)));
        return command;
    }

    private static SimulationOptions OptionsOf(ParseResult call)
    {
        var usual = new SimulationOptions { Records = call.GetValue(Records), Seed = call.GetValue(Seed) };
        return (call.GetValue(Until) ?? (call.GetValue(Live) ? DateTimeOffset.UtcNow : null)) is { } until
            ? usual with { From = until - (usual.To - usual.From), To = until }
            : usual;
    }

    private static async Task<int> WriteAsync(ParseResult call, CancellationToken cancellation)
    {
        var paths = new HistoryPaths(call.GetValue(Out)!, call.GetValue(Extras), call.GetValue(Logs));
        var records = await Bars.ShowAsync("simulate", async progress =>
        {
            progress.Report(new Step(0, "making records"));
            var tasks = HistorySimulation.Records(OptionsOf(call)).ToList();
            progress.Report(new Step(0.5, $"writing {tasks.Count} records"));
            await SimulatedFiles.WriteAsync(tasks, paths, cancellation);
            progress.Report(new Step(1, $"{tasks.Count} records written"));
            return tasks.Count;
        });
        if (call.GetValue(Json))
            Output.WriteJson(new { records, paths.History, paths.Extras, paths.Logs });
        else
            Console.WriteLine($"{records} simulated records are in {paths.History}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> PublishAsync(RunningInstance instance, ParseResult call, CancellationToken cancellation)
    {
        var published = await Bars.ShowAsync("simulate", progress =>
            new SimulatedStream(instance, progress) { WithoutActions = call.GetValue(WithoutActions) }.PublishAsync(OptionsOf(call), call.GetValue(Count), call.GetValue(Rate), cancellation));
        if (call.GetValue(Json))
            Output.WriteJson(published);
        else
            Console.WriteLine($"Published {published.Events} events, {published.Statuses} site statuses and {published.Orders} operator actions. See: {Hint.To("queue")}, {Hint.To("recommend WORKFLOW")}");
        return ExitCodes.Ok;
    }
}
