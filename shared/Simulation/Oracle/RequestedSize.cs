using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Facts;
using WorkflowRecovery.Simulation.Requests;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>What cores and memory of a request tell of the memory that is ordered: more than it had.</summary>
internal sealed class RequestedSize
{
    private readonly Resources _size;
    private readonly Resources? _inherited;
    private readonly DateTimeOffset _at;

    /// <param name="size">What the request asked for.</param>
    /// <param name="inherited">What the round before asked for; null in the first round.</param>
    /// <param name="at">When the request was made.</param>
    public RequestedSize(Resources size, Resources? inherited, DateTimeOffset at) => (_size, _inherited, _at) = (size, inherited, at);

    /// <summary>How probable the size is with an order for memory or without.</summary>
    public double Probability(bool memory, bool byTask) => memory
        ? ParameterFact.MemoryAt(_at).Probabilities.Sum(value => value.Probability * Probability(value.Item, byTask))
        : Probability(null, byTask);

    /// <summary>How probable each bin of the memory is, when there is an order for memory.</summary>
    public IReadOnlyList<(int Bin, double Probability)> Bins(Func<int?, int> binOf, bool byTask)
    {
        var values = ParameterFact.MemoryAt(_at).Probabilities
            .GroupBy(value => binOf(value.Item))
            .Select(bin => (Bin: bin.Key, Weight: bin.Sum(value => value.Probability * Probability(value.Item, byTask))))
            .Where(bin => bin.Weight > 0)
            .ToList();
        var total = values.Sum(bin => bin.Weight);
        return [.. values.Select(bin => (bin.Bin, bin.Weight / total))];
    }

    private double Probability(int? ordered, bool byTask)
    {
        if (_inherited is null || (byTask && ordered <= _inherited.MemoryMb))
            return JobSizes.Probability(_size, _at, ordered);

        return _size == _inherited ? 1 : 0;
    }
}
