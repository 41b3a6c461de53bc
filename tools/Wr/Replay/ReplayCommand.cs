using System.CommandLine;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Scores;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Replay;

/// <summary><c>wr replay</c>: how the active models would have answered a recorded past.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var (file, extras, logs, json) = (HistoryPaths.HistoryArgument(), HistoryPaths.ExtrasOption(), HistoryPaths.LogsOption(), Output.JsonOption());
        var command = new Command("replay", "Judge recorded tasks with the active models and compare with what operators did. What else was reported around a task is told by the records before it. Nothing is published outside.") { file, extras, logs, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(
            instance, new HistoryPaths(call.GetValue(file)!, call.GetValue(extras), call.GetValue(logs)), call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, HistoryPaths paths, bool json, CancellationToken cancellation)
    {
        await ModelsInUse.UntilAsync(instance, cancellation);
        var source = new HistorySource(paths);
        var past = await source.ReadAsync(cancellation).ToListAsync(cancellation);
        var ordered = new Dictionary<string, OperatorAnswer>();
        foreach (var task in past)
            ordered[task.Event.Task] = OperatorAnswer.Of(task);
        var given = await Bars.ShowAsync("replay", progress => new HistoryReplay(instance, progress).RunAsync(ReplayedTasks.Of(past), cancellation));
        var rates = await TrainedOn.RatesAsync(instance, cancellation);
        var known = await TrainedOn.CountAsync(instance, ordered.Keys, cancellation);
        var scores = ScoreSheet.Of([.. given.Select(answer => (ordered[answer.Key], answer.Value))], rates);
        var report = ReplayReport.Of(source.Tally.Records, source.Tally.SkippedCount, known, scores);
        if (json)
            Output.WriteJson(report);
        else
            foreach (var line in report.Lines())
                Console.WriteLine(line);
        return ExitCodes.Ok;
    }
}
