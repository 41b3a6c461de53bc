using System.CommandLine;
using System.Diagnostics;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Import;

/// <summary><c>wr import</c>: recorded actions become matrices and labels, never recommendations.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var (file, extras, logs, json) = (HistoryPaths.HistoryArgument(), HistoryPaths.ExtrasOption(), HistoryPaths.LogsOption(), Output.JsonOption());
        var command = new Command("import", "Import recorded actions: matrices and labels to learn from. Importing a file twice changes nothing.") { file, extras, logs, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(
            instance, new HistoryPaths(call.GetValue(file)!, call.GetValue(extras), call.GetValue(logs)), call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, HistoryPaths paths, bool json, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var source = new HistorySource(paths);
        var result = await Bars.ShowAsync("import", progress => new HistoryImport(instance, progress) { ReadShare = () => source.ReadShare }.RunAsync(source.ReadAsync(cancellation), cancellation));
        var report = ImportReport.Of(source.Tally, result, watch.Elapsed);
        if (json)
            Output.WriteJson(report);
        else
            foreach (var line in report.Lines())
                Console.WriteLine(line);
        return report.Records > report.SkippedCount || report.Records == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
