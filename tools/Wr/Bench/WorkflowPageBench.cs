using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>
/// How long the console takes for the page of a workflow that models have judged, among many open ones and a long past. The
/// pages looked at are those of simulated workflows.
/// </summary>
internal sealed class WorkflowPageBench(OwnInstance own)
{
    private const int Past = 27_000;
    private const int Looked = 2_000;
    private const int WarmUp = 10;
    private const int Pages = 100;
    private const double Target = 300;

    public static async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench-page")
        {
            Variables = new Dictionary<string, string?> { ["Retraining__TreesOnly"] = "true" },
        };
        try
        {
            return await new WorkflowPageBench(own).MeasureAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }
    }

    private async Task<IReadOnlyList<Measure>> MeasureAsync(CancellationToken cancellation)
    {
        var (instance, history) = await new BenchStage(own).StartAsync(Past + Looked, Looked, cancellation);
        await using (instance)
        {
            await BenchStage.ImportAsync(instance, history, cancellation);
            await BenchStage.TrainAsync(instance, cancellation);
            await ModelsInUse.UntilAsync(instance, cancellation);
            var workflows = history.Messages.Select(message => message.Body).OfType<WorkflowAssistanceRequested>().Select(task => task.Workflow).Distinct().ToList();
            IReadOnlyList<OutsideMessage> open = [.. history.Messages, .. OpenTasks.Some(OpenTasks.Workflows - workflows.Count)];
            await BenchStage.LiveAsync(instance, open, open.Count, TimeSpan.Zero, cancellation);
            return await PagesAsync(workflows, cancellation);
        }
    }

    /// <summary>Page and floor take turns, so that what else runs on the machine slows both.</summary>
    private async Task<IReadOnlyList<Measure>> PagesAsync(List<string> workflows, CancellationToken cancellation)
    {
        using var browser = await Viewer.SignInAsync(own, cancellation);
        var (pages, floor) = (new List<double>(), new List<double>());
        for (var at = 0; at < WarmUp + Pages; at++)
        {
            var (page, empty) = (await TimeAsync(browser, workflows[at * 37 % workflows.Count], cancellation), await TimeAsync(browser, "nobody", cancellation));
            if (at < WarmUp)
                continue;
            pages.Add(page);
            floor.Add(empty);
        }

        const string FloorName = "the same page of a workflow that nobody reported";
        return
        [
            new Measure($"page of a workflow, of {OpenTasks.Workflows} open, median", Rounding.Milliseconds(pages, 0.5), "ms", Target, Rounding.Milliseconds(floor, 0.5), FloorName),
            new Measure("page of a workflow, 99 %", Rounding.Milliseconds(pages, 0.99), "ms", Target, Rounding.Milliseconds(floor, 0.99), FloorName),
        ];
    }

    private static async Task<double> TimeAsync(HttpClient browser, string workflow, CancellationToken cancellation)
    {
        var begin = Stopwatch.GetTimestamp();
        using var page = await browser.GetAsync(new Uri($"/workflow/{Uri.EscapeDataString(workflow)}", UriKind.Relative), cancellation);
        page.EnsureSuccessStatusCode();
        await page.Content.ReadAsByteArrayAsync(cancellation);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
