using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>How long the console takes for the queue of many open workflows, for a part of it and for what failed where, and until a new one is on it.</summary>
internal sealed class QueueBench(OwnInstance own)
{
    private const int WarmUp = 10;
    private const int Pages = 50;
    private const int Arrivals = 20;
    private const double PaintTarget = 1000;
    private const double FilterTarget = 100;
    private const double SitesTarget = 300;
    private const double ArrivalTarget = 1000;
    private const string FloorName = "the same page of an empty queue";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench-queue");
        try
        {
            return await new QueueBench(own).MeasureAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }
    }

    private async Task<IReadOnlyList<Measure>> MeasureAsync(CancellationToken cancellation)
    {
        await using var instance = await StartAsync(cancellation);
        using var browser = await Viewer.SignInAsync(own, cancellation);
        var floor = await TimesAsync(browser, "/", cancellation);
        var events = OpenTasks.All;
        await Bars.ShowAsync("live", progress => new LiveRun(instance, (_, _, tally) => progress.Report(new Step((double)tally.Recommended / events.Count, $"{tally.Recommended} of {events.Count} tasks open")))
            .RunAsync(events, TimeSpan.Zero, cancellation));
        await UntilShownAsync(browser, OpenTasks.NameOf(OpenTasks.Workflows - 1), cancellation);
        var paint = await TimesAsync(browser, "/", cancellation);
        var filter = await TimesAsync(browser, $"/?q=bench+{OpenTasks.Workflows / 2:0000}&code={OpenTasks.CodeOf(OpenTasks.Workflows / 2)}&sort=cost", cancellation);
        var sites = await TimesAsync(browser, "/sites", cancellation);
        var (heard, visible) = await ArrivalsAsync(instance, browser, cancellation);
        return
        [
            Against(floor, "first paint, median", paint, 0.5, PaintTarget),
            Against(floor, "first paint, 99 %", paint, 0.99, PaintTarget),
            Against(floor, "filtered page, median", filter, 0.5, FilterTarget),
            new Measure("page of all sites, median", Rounding.Milliseconds(sites, 0.5), "ms", SitesTarget),
            new Measure("page of all sites, 99 %", Rounding.Milliseconds(sites, 0.99), "ms", SitesTarget),
            new Measure("recommendation until it is on the page, 99 %", Rounding.Milliseconds(visible, 0.99), "ms", ArrivalTarget, Rounding.Milliseconds(filter, 0.99), "one page that shows one workflow"),
            new Measure("report until recommendation, median", Rounding.Milliseconds(heard, 0.5), "ms"),
        ];
    }

    private Task<RunningInstance> StartAsync(CancellationToken cancellation) => Steps.ShowAsync(async progress =>
    {
        await own.ClearAsync(progress, cancellation);
        return await own.StartAsync(progress, cancellation);
    });

    private static Measure Against(List<double> floor, string what, List<double> times, double share, double target) => new(
        $"queue of {OpenTasks.Workflows} workflows and {OpenTasks.All.Count} tasks: {what}", Rounding.Milliseconds(times, share), "ms", target, Rounding.Milliseconds(floor, share), FloorName);

    private static async Task<List<double>> TimesAsync(HttpClient browser, string page, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var at = 0; at < WarmUp + Pages; at++)
        {
            var begin = Stopwatch.GetTimestamp();
            await browser.GetStringAsync(new Uri(page, UriKind.Relative), cancellation);
            if (at >= WarmUp)
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>One workflow after the other: milliseconds from report to recommendation, and from there until the page shows it.</summary>
    private static async Task<(List<double> Heard, List<double> Visible)> ArrivalsAsync(RunningInstance instance, HttpClient browser, CancellationToken cancellation)
    {
        await using var listener = await RecommendationListener.StartAsync(instance.OutsideAddress, cancellation);
        var sites = await TimesAsync(browser, "/sites", cancellation);
        var (heard, visible) = (new List<double>(), new List<double>());
        for (var at = 0; at < Arrivals; at++)
        {
            var message = OpenTasks.Of(OpenTasks.Workflows + at, 0);
            var begin = Stopwatch.GetTimestamp();
            await instance.Outside.SendOutsideAsync(message.RoutingKey, nameof(WorkflowAssistanceRequested), Guid.NewGuid(), WireJson.Write(message.Body));
            await listener.Heard.ReadAsync(cancellation);
            heard.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            begin = Stopwatch.GetTimestamp();
            await UntilShownAsync(browser, OpenTasks.NameOf(OpenTasks.Workflows + at), cancellation);
            visible.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return (heard, visible);
    }

    private static async Task UntilShownAsync(HttpClient browser, string workflow, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Patience);
        var page = new Uri($"/?q={workflow}", UriKind.Relative);
        while (!(await browser.GetStringAsync(page, bound.Token)).Contains($"workflow/{workflow}", StringComparison.Ordinal))
            await Task.Delay(10, bound.Token);
    }
}
