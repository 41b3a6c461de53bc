using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Measures what learns and what answers, in this process: no server is needed.</summary>
internal static class LearningBench
{
    private const int Scored = 4000;

    public static async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync([DebianPackage.XgBoost], progress, cancellation);
            return true;
        });
        return await Bars.ShowAsync("learning", progress => MeasureAsync(progress, cancellation));
    }

    private static async Task<IReadOnlyList<Measure>> MeasureAsync(IProgress<Step> progress, CancellationToken cancellation)
    {
        progress.Report(new Step(0, "epochs of a network, and PyTorch's"));
        var script = Path.Combine(Repository.Root(), "tests", "Learning", "Comparison", "epoch.py");
        var epoch = await new EpochBench(new TorchEpoch(script)).RunAsync(cancellation);
        var tasks = (await StudySource.ReadAsync(paths: null, progress, cancellation)).Tasks;
        progress.Report(new Step(0.4, "all views"));
        var views = ViewsBench.Run([.. tasks.Select(task => task.Report)]);
        using var trained = TrainedTargets.Of(tasks, target => progress.Report(new Step(0.5, $"training {target.Name}")), cancellation);
        progress.Report(new Step(0.9, "scoring"));
        return [epoch, views, .. new ScoringBench(trained).Run([.. tasks.TakeLast(Scored).Select(task => task.Report)])];
    }
}
