namespace WorkflowRecovery.Simulation.Chance;

/// <summary>Draws an item in proportion to its weight.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public Weighted(IEnumerable<(T Item, double Weight)> weights)
    {
        var positive = weights.Where(weight => weight.Weight > 0).ToArray();
        _items = [.. positive.Select(weight => weight.Item)];
        _upTo = new double[positive.Length];
        var total = 0.0;
        for (var index = 0; index < positive.Length; index++)
            _upTo[index] = total += positive[index].Weight;
    }

    public bool IsEmpty => _items.Length == 0;

    /// <summary>The items that can be drawn, with the probability of each.</summary>
    public IEnumerable<(T Item, double Probability)> Probabilities =>
        _items.Select((item, index) => (item, (_upTo[index] - (index == 0 ? 0 : _upTo[index - 1])) / _upTo[^1]));

    public T Draw(SeededRandom random)
    {
        var found = Array.BinarySearch(_upTo, random.Uniform() * _upTo[^1]);
        return _items[Math.Min(found < 0 ? ~found : found + 1, _items.Length - 1)];
    }
}
