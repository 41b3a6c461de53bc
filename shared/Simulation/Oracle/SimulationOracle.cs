using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Facts;
using WorkflowRecovery.Simulation.Requests;
using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>
/// Knows how the simulation draws, and so how probable each order truly was given all that could be seen when the workflow
/// entered assistance: month, round and campaign with its habit; cores and memory now and in the round before; and of all
/// tasks of the workflow together the codes, the sites with their readiness, the offered sites, the failures by exceeded
/// memory and the jobs. It sees no order and nothing of later rounds.
/// <para>
/// Prior, codes, jobs and sizes are weighed exactly, failures by quadrature; which sites a workflow mostly ran at is weighed
/// approximately (<see cref="HomeSites"/>), and codes and sites that were drawn without being found are left out. Nothing
/// else depends on the order: remote read and secondary input follow from the errors alone.
/// </para>
/// </summary>
public static class SimulationOracle
{
    /// <summary>The true probabilities, by workflow in the order of their first tasks.</summary>
    /// <param name="tasks">Tasks of one history, whole workflows; earlier rounds among them tell what was asked for before.</param>
    /// <param name="options">The options they were simulated with.</param>
    /// <param name="bins">How memory and splitting are put together.</param>
    /// <param name="asked">Which tasks' orders must be right together; null for all. A workflow without such a task is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options make no sense.</exception>
    public static IReadOnlyList<WorkflowOdds> Of(
        IReadOnlyList<SimulatedTask> tasks, SimulationOptions options, OrderBins bins, Func<SimulatedTask, bool>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(bins);
        var timeline = SiteTimeline.Of(options);
        var rounds = tasks.GroupBy(task => task.Workflow).Select(workflow => workflow.ToList()).ToList();
        var earlier = rounds.ToLookup(workflow => (workflow[0].PrepId, workflow[0].Attempt), workflow => workflow[0]);
        asked ??= _ => true;
        return [.. rounds.Where(workflow => workflow.Exists(task => asked(task))).AsParallel().AsOrdered().Select(workflow =>
        {
            var posterior = PosteriorOf(workflow, SizeBefore(workflow[0], earlier[(workflow[0].PrepId, workflow[0].Attempt - 1)]), options.Seed, timeline, bins);
            var (orders, probability) = posterior.Together(asked);
            return new WorkflowOdds(workflow[0].Workflow, [.. workflow.Select((_, at) => posterior.Of(at))], orders, probability);
        })];
    }

    private static WorkflowPosterior PosteriorOf(List<SimulatedTask> workflow, Resources? inherited, long seed, SiteTimeline timeline, OrderBins bins)
    {
        var first = workflow[0];
        var at = RequestedAt(first);
        var hypotheses = Hypothesis.Of(
            IntentSimulation.OtherShare(at, first.Attempt, IntentSimulation.HabitOf(seed, first.Campaign)),
            IntentSimulation.SpecialShare(at),
            ParameterFact.MemoryShareAt(at));
        var draws = SiteDraws.Of(workflow, timeline);
        var home = HomeSites.Of(draws, workflow);
        var typicalSites = draws.Aggregate(1.0, (product, draw) => product * draw.TypicalOverUsual(home));
        return new(workflow, bins, new(SizeOf(first), inherited, at), hypotheses, typicalSites);
    }

    private static Resources? SizeBefore(SimulatedTask task, IEnumerable<SimulatedTask> earlier)
    {
        var before = earlier.Where(one => one.ReportedAt < RequestedAt(task)).MaxBy(one => one.ReportedAt);
        return before is null ? null : SizeOf(before);
    }

    private static Resources SizeOf(SimulatedTask task) => new(task.Cores, task.MemoryMb);

    private static DateTimeOffset RequestedAt(SimulatedTask task) => WorkflowName.Parse(task.Workflow).CreatedAt ?? task.ReportedAt;
}
