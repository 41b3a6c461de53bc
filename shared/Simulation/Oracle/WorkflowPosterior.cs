using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>Weighs all that may have been intended for one workflow by all that is seen of it.</summary>
internal sealed class WorkflowPosterior
{
    private readonly IReadOnlyList<SimulatedTask> _tasks;
    private readonly OrderBins _bins;
    private readonly RequestedSize _size;
    private readonly Dictionary<World, WorldEvidence> _worlds;
    private readonly List<(Hypothesis Hypothesis, double Weight, double[][] ByTask)> _weighed;
    private readonly double _total;

    /// <param name="tasks">The tasks in their order.</param>
    /// <param name="bins">How orders are binned.</param>
    /// <param name="size">What the request asked for.</param>
    /// <param name="hypotheses">What may have been intended, with what was known before.</param>
    /// <param name="typicalSites">How much more probable the sites are in the world <see cref="World.Typical"/> than as ever.</param>
    public WorkflowPosterior(IReadOnlyList<SimulatedTask> tasks, OrderBins bins, RequestedSize size, IEnumerable<Hypothesis> hypotheses, double typicalSites)
    {
        (_tasks, _bins, _size) = (tasks, bins, size);
        _worlds = Enum.GetValues<World>().ToDictionary(world => world, world => new WorldEvidence(tasks, world, world == World.Typical ? typicalSites : 1));
        _weighed = [.. from one in hypotheses
                       let sized = one with { Prior = one.Prior * size.Probability(one.Memory, one.ByTask) }
                       let weight = _worlds[one.World].Weigh(sized)
                       select (sized, weight.All, weight.ByTask)];
        _total = _weighed.Sum(one => one.Weight);
    }

    /// <summary>All orders of a task with their probabilities, the likeliest first.</summary>
    public TaskOdds Of(int task) => new(_tasks[task].Task,
    [
        .. from one in _weighed
           from of in Enumerable.Range(0, one.ByTask[task].Length)
           where one.ByTask[task][of] > 0
           from memory in MemoryBins(one.Hypothesis, HasMemory(of))
           from splitting in SplittingBins(HasSplitting(of))
           group one.ByTask[task][of] / _total * memory.Probability * splitting.Probability by new BinnedOrder(one.Hypothesis.Kind, memory.Bin, splitting.Bin)
           into order
           orderby order.Sum() descending
           select new OrderOdds(order.Key, order.Sum()),
    ]);

    /// <summary>The orders that are likeliest together, and how probable they are for those tasks that are asked about.</summary>
    public (IReadOnlyList<BinnedOrder> Orders, double Probability) Together(Func<SimulatedTask, bool> asked) => _weighed
        .Select(one => one.Hypothesis.Kind)
        .Distinct()
        .Select(kind => Together(kind, asked))
        .MaxBy(one => one.Probability);

    private (IReadOnlyList<BinnedOrder> Orders, double Probability) Together(RecoveryActionKind kind, Func<SimulatedTask, bool> asked)
    {
        var ofKind = _weighed.Where(one => one.Hypothesis.Kind == kind).ToList();
        var parameters = Enumerable.Range(0, _tasks.Count)
            .Select(task => Enumerable.Range(0, 4).MaxBy(of => ofKind.Sum(one => one.ByTask[task][of])))
            .ToList();
        int?[] fixedOnes = [.. parameters.Select((of, task) => asked(_tasks[task]) ? of : (int?)null)];
        var memory = MemoryBins(ofKind[0].Hypothesis, parameters.Exists(HasMemory)).MaxBy(bin => bin.Probability);
        var splitting = SplittingBins(parameters.Exists(HasSplitting)).MaxBy(bin => bin.Probability);
        var weight = ofKind.Sum(one => _worlds[one.Hypothesis.World].Weigh(one.Hypothesis, fixedOnes));
        weight *= (fixedOnes.Any(of => of is { } at && HasMemory(at)) ? memory.Probability : 1) * (fixedOnes.Any(of => of is { } at && HasSplitting(at)) ? splitting.Probability : 1);
        return ([.. parameters.Select(of => new BinnedOrder(kind, HasMemory(of) ? memory.Bin : _bins.MemoryOf(null), HasSplitting(of) ? splitting.Bin : _bins.SplittingOf(null)))], weight / _total);
    }

    private static bool HasMemory(int of) => of % 2 == 1;

    private static bool HasSplitting(int of) => of >= 2;

    private IReadOnlyList<(int Bin, double Probability)> MemoryBins(Hypothesis hypothesis, bool ordered) =>
        ordered ? _size.Bins(_bins.MemoryOf, hypothesis.ByTask) : [(_bins.MemoryOf(null), 1)];

    private IEnumerable<(int Bin, double Probability)> SplittingBins(bool ordered) => ordered
        ? ParameterFact.Splitting.Probabilities.GroupBy(value => _bins.SplittingOf(value.Item)).Select(bin => (bin.Key, bin.Sum(value => value.Probability)))
        : [(_bins.SplittingOf(null), 1)];
}
