using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary>Fills an instance with a simulated past and present, and takes the pictures.</summary>
internal sealed class ScreenshotRun(OwnInstance own, ScreenshotScene scene, string folder)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (instance, history) = await StartAsync(cancellation);
        await using (instance)
        {
            await Bars.ShowAsync("import", progress => new HistoryImport(instance, progress) { Total = history.Parts.Past.Count }.RunAsync(history.Parts.Past.ToAsyncEnumerable(), cancellation));
            await Bars.ShowAsync("train", progress => new TrainingRequest(instance, progress).RunAsync(cancellation));
            await ModelsInUse.UntilAsync(instance, cancellation);
            await Bars.ShowAsync("live", progress => new LiveRun(instance, (_, _, tally) => progress.Report(new Step((double)tally.Recommended / scene.Events, "tasks in assistance")))
                .RunAsync(history.Messages, TimeSpan.Zero, cancellation));
            await TakeAsync(instance.Console ?? throw new ServerException("There is no console."), Richest(history), cancellation);
        }
    }

    private Task<(RunningInstance, DemoHistory)> StartAsync(CancellationToken cancellation) => Steps.ShowAsync(async progress =>
    {
        await own.ClearAsync(progress, cancellation);
        var instance = await own.StartAsync(progress, cancellation);
        progress.Report("simulating the history");
        var now = TimeProvider.System.GetUtcNow();
        return (instance, await DemoHistory.SimulateAsync(scene.EndingAt(now), scene.Events, own.Folder, cancellation, upTo: now));
    });

    private async Task TakeAsync(Uri console, WorkflowAssistanceRequested shown, CancellationToken cancellation)
    {
        var key = own.Instance.ReadSecrets()?.ConsoleKey ?? throw new ServerException("The console has no sign-in by key.");
        await using var camera = await Camera.SetUpAsync(ConsoleSignIn.Link(console, key, "operator", "operator"), own.Folder, cancellation);
        foreach (var (name, page, height) in new[]
        {
            ("queue", "", 900),
            ("workflow", $"workflow/{Uri.EscapeDataString(shown.Workflow)}", 2300),
            ("sites", "sites", 900),
            ("errors", "errors", 900),
            ("models", "models", 1200),
        })
        {
            var file = Path.Combine(folder, $"{name}.png");
            await camera.TakeAsync(new Uri(console, page), height, file, cancellation);
            Console.WriteLine($"{file}: {new FileInfo(file).Length / 1024} KB");
        }
    }

    /// <summary>The task with the most to see.</summary>
    private static WorkflowAssistanceRequested Richest(DemoHistory history) =>
        history.Messages.Select(message => message.Body).OfType<WorkflowAssistanceRequested>().OrderByDescending(task => task.Errors.Count).First();
}
