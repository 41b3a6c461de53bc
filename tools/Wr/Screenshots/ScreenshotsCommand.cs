using System.CommandLine;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary><c>wr screenshots</c>: the console's pages as the documents show them, taken anew.</summary>
internal static class ScreenshotsCommand
{
    private static readonly Option<int> Records = Checked.AtLeastOne("--records", "Recorded actions to simulate and to learn from.", 6_000);
    private static readonly Option<int> Events = Checked.AtLeastOne("--events", "Tasks in assistance.", 120);
    private static readonly Option<long> Seed = new("--seed") { Description = "Seed of the simulation.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Out = new("--out") { Description = "Folder for the pictures; docs/console unless given." };

    public static Command Create()
    {
        var command = new Command("screenshots", "Take the pictures of the console that the documents show, on an instance of its own with a simulated history.") { Records, Events, Seed, Out };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() => RunAsync(
            new ScreenshotScene(call.GetValue(Records), call.GetValue(Events), call.GetValue(Seed)),
            call.GetValue(Out) ?? Path.Combine(Repository.Root(), "docs", "console"),
            cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ScreenshotScene scene, string folder, CancellationToken cancellation)
    {
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync([DebianPackage.Chromium], progress, cancellation);
            return true;
        });
        Directory.CreateDirectory(folder);
        var own = new OwnInstance(Repository.Root(), "screenshots") { Variables = new Dictionary<string, string?> { ["Retraining__TreesOnly"] = "true", ["Failures__CountSeconds"] = "1" } };
        try
        {
            await new ScreenshotRun(own, scene, folder).RunAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }

        return ExitCodes.Ok;
    }
}
