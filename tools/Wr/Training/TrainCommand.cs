using System.CommandLine;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Training;

/// <summary><c>wr train</c>: new models from everything recorded so far.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("train", "Train models for all targets now and say how they do beside the constant answers.") { json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(instance, call.GetValue(json), cancellation)));
        return command;
    }

    private static int ExitCodeOf(TrainingReport report) => report.Trained ? ExitCodes.Ok : ExitCodes.Failed;

    private static async Task<int> RunAsync(RunningInstance instance, bool json, CancellationToken cancellation)
    {
        var outcome = await Bars.ShowAsync("train", progress => new TrainingRequest(instance, progress).RunAsync(cancellation));
        if (outcome.Report.Promoted)
            await ModelsInUse.UntilAsync(instance, cancellation);
        if (json)
        {
            Output.WriteJson(outcome);
            return ExitCodeOf(outcome.Report);
        }

        if (outcome.Report.Examples > 0)
            TrainingText.Targets(outcome.Report).Write();
        foreach (var line in outcome.Report.Trained ? TrainingText.Lines(outcome) : TrainingText.Missing(outcome.Report))
            Console.WriteLine(line);
        if (outcome.Report.Promoted)
            Console.WriteLine(TrainingText.FromNowOn);
        return ExitCodeOf(outcome.Report);
    }
}
