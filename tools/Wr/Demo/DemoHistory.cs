using System.Diagnostics;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Simulation.Sites;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Simulate;

namespace WorkflowRecovery.Wr.Demo;

/// <summary>A history to learn from, and its latest part as what the outside would have published.</summary>
/// <param name="Tally">What came up while it was read.</param>
/// <param name="Parts">The two parts.</param>
/// <param name="Messages">Site statuses and events of the later part, in the order to publish them.</param>
/// <param name="ReadIn">How long the reading took.</param>
internal sealed record DemoHistory(HistoryTally Tally, HeldBack<PastTask> Parts, IReadOnlyList<OutsideMessage> Messages, TimeSpan ReadIn)
{
    /// <summary>Simulated records go through the same files as real ones.</summary>
    /// <param name="options">What is simulated.</param>
    /// <param name="events">Tasks to hold back.</param>
    /// <param name="folder">For the files.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="upTo">Tasks that ask for assistance only later are left out; without it there are none.</param>
    public static async Task<DemoHistory> SimulateAsync(SimulationOptions options, int events, string folder, CancellationToken cancellation, DateTimeOffset? upTo = null)
    {
        var simulated = HistorySimulation.Records(options).Where(task => !(task.ReportedAt > upTo)).ToList();
        var paths = new HistoryPaths(Path.Combine(folder, "history.json.gz"), Path.Combine(folder, "history.extras.json.gz"), Logs: null);
        await SimulatedFiles.WriteAsync(simulated, paths, cancellation);
        return await ReadAsync(paths, events, later =>
        {
            var chosen = later.Select(task => task.Event.Task).ToHashSet();
            return [.. LiveStream.Of([.. simulated.Where(task => chosen.Contains(task.Task))], SiteTimeline.Of(options))];
        }, cancellation);
    }

    /// <summary>A file says which sites were good; the statuses that explain it are derived.</summary>
    public static Task<DemoHistory> ReadAsync(HistoryPaths paths, int events, CancellationToken cancellation) =>
        ReadAsync(paths, events, later => StatusDerivation.Of(later.Select(task => task.Event)), cancellation);

    private static async Task<DemoHistory> ReadAsync(
        HistoryPaths paths, int events, Func<IReadOnlyList<PastTask>, IReadOnlyList<OutsideMessage>> messagesOf, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var source = new HistorySource(paths);
        var tasks = await source.ReadAsync(cancellation).ToListAsync(cancellation);
        var took = watch.Elapsed;
        var parts = HeldBack<PastTask>.Of(tasks, events, task => task.Event.Workflow, task => task.Event.Errors.Count > 0);
        return parts is { Past.Count: > 0, Events.Count: > 0 }
            ? new DemoHistory(source.Tally, parts, LiveOrder.WithStatusesAhead(messagesOf(parts.Events)), took)
            : throw new ServerException($"The history holds {tasks.Count} usable records: too few to hold back {events} tasks with errors and to learn from the others.");
    }
}
