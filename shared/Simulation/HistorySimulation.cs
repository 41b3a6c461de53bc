using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Errors;
using WorkflowRecovery.Simulation.Requests;
using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation;

/// <summary>
/// Simulates the recorded actions of CMS operators, calibrated to what was published of the real ones, which are not public.
/// Measured numbers stand in the embedded tables; what had to be assumed is named where it is used.
/// </summary>
public sealed class HistorySimulation
{
    private readonly SimulationOptions _options;
    private readonly SiteTimeline _timeline;
    private readonly SeededRandom _random;

    private HistorySimulation(SimulationOptions options)
    {
        _options = options;
        _timeline = SiteTimeline.Of(options);
        _random = SeededRandom.For(options.Seed, "history");
    }

    /// <summary>The records in the order of their assistance times, then of their paths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The options make no sense.</exception>
    public static IEnumerable<SimulatedTask> Records(SimulationOptions options) =>
        new HistorySimulation(SimulationOptions.Check(options)).Tasks()
            .Take(options.Records)
            .OrderBy(task => task.ReportedAt)
            .ThenBy(task => task.Task, StringComparer.Ordinal);

    private IEnumerable<SimulatedTask> Tasks()
    {
        var clock = new RequestClock(_options);
        var requests = new RequestSimulation(_random);
        var intents = new IntentSimulation(_random, _options.Seed);
        for (var made = 0; made < _options.Records;)
        {
            var request = requests.At(clock.At((made + _random.Uniform()) / _options.Records));
            var intent = intents.For(request);
            if (intent.Kind == RecoveryActionKind.Acdc)
                requests.Recovered(request, intent.Resources);
            foreach (var task in Tasks(request, intent))
                yield return task;
            made += request.Tasks.Count;
        }
    }

    private IEnumerable<SimulatedTask> Tasks(Request request, WorkflowIntent intent)
    {
        var errors = new WorkflowErrors(_random, intent.Kind, site => _timeline.ReadinessAt(site, request.ReportedAt));
        for (var index = 0; index < request.Tasks.Count; index++)
        {
            var matrix = errors.Of(intent.Tasks[index]);
            var sites = RecoverySites.For(_random, matrix, errors.Home, site => _timeline.StatusAt(site, request.ReportedAt));
            var action = ActionSimulation.Of(_random, intent.Kind, intent.Tasks[index], matrix, sites.Ordered);
            yield return Task(request, intent, index, matrix, sites.Offered, action);
        }
    }

    private SimulatedTask Task(
        Request request, WorkflowIntent intent, int index, SiteErrorMatrix matrix, IReadOnlyList<string> offered, RecoveryAction action) => new()
        {
            Task = $"/{request.Workflow}/{request.Tasks[index].Path}",
            Workflow = request.Workflow,
            ReportedAt = request.ReportedAt,
            Campaign = request.Campaign,
            RequestType = request.RequestType,
            TaskType = request.Tasks[index].Type,
            PrepId = request.PrepId,
            Priority = request.Priority,
            TotalJobs = JobCount.Of(_random, matrix.TotalErrors, intent.Kind),
            FailedJobs = matrix.TotalErrors,
            MemoryMb = intent.Resources.MemoryMb,
            Cores = intent.Resources.Cores,
            Attempt = request.Attempt,
            Matrix = matrix,
            OfferedSites = offered,
            Action = action,
            ParametersGiven = intent.Tasks[index].Given,
            WholeWorkflow = intent.WholeWorkflow,
        };
}
