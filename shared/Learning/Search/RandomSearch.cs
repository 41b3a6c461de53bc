namespace WorkflowRecovery.Learning.Search;

/// <summary>Tries anything, evenly over the space: what a cleverer search must be better than.</summary>
public sealed class RandomSearch : ISearchStrategy
{
    /// <inheritdoc />
    public Setting Next(SearchSpace space, IReadOnlyList<Trial> trials, Random random)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(random);
        return new(space, [.. space.Parameters.Select(parameter => parameter.At(random.NextDouble()))]);
    }
}
