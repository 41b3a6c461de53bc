namespace WorkflowRecovery.Learning.Search;

/// <summary>Says what to try next. It keeps nothing: the same trials and the same seed give the same answer, which is what makes a search resumable.</summary>
public interface ISearchStrategy
{
    /// <summary>The next setting.</summary>
    /// <param name="space">What may be set.</param>
    /// <param name="trials">What was tried, in order, with scores of which lower is better and NaN is a failure.</param>
    /// <param name="random">Seeded for this trial alone.</param>
    Setting Next(SearchSpace space, IReadOnlyList<Trial> trials, Random random);
}
