namespace WorkflowRecovery.Learning.Search;

/// <summary>
/// Bayesian search by tree-structured Parzen estimators (Bergstra et al. 2011): the trials are parted into the best and
/// the others; of some values drawn where the best are dense, the one is tried that is likeliest among the best compared
/// with the others. Parameters are taken one by one. Failed trials are among the others, so that they repel.
/// </summary>
public sealed class ParzenSearch : ISearchStrategy
{
    /// <summary>Trials at random before the first that is not.</summary>
    public int RandomTrials { get; init; } = 10;

    /// <summary>Values compared for each parameter.</summary>
    public int Candidates { get; init; } = 24;

    /// <summary>Share of the trials that count as the best, never more than <see cref="MostBest"/>.</summary>
    public double BestShare { get; init; } = 0.1;

    /// <summary>The most trials that count as the best, so that a long search stays keen.</summary>
    public int MostBest { get; init; } = 25;

    /// <inheritdoc />
    public Setting Next(SearchSpace space, IReadOnlyList<Trial> trials, Random random)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(random);
        var worked = trials.Where(trial => double.IsFinite(trial.Score)).OrderBy(trial => trial.Score).ToList();
        if (trials.Count < RandomTrials || worked.Count < 2)
            return new RandomSearch().Next(space, trials, random);

        var count = Math.Clamp((int)Math.Ceiling(BestShare * worked.Count), 1, MostBest);
        var best = worked.Take(count).ToList();
        var others = worked.Skip(count).Concat(trials.Where(trial => !double.IsFinite(trial.Score))).ToList();
        return new(space, [.. space.Parameters.Select((parameter, at) => Likeliest(parameter, ValuesOf(best, at), ValuesOf(others, at), random))]);
    }

    private static List<double> ValuesOf(List<Trial> trials, int parameter) => [.. trials.Select(trial => trial.Setting.Values[parameter])];

    private double Likeliest(SearchParameter parameter, List<double> best, List<double> others, Random random)
    {
        var (among, against) = (DensityOf(parameter, best), DensityOf(parameter, others));
        return Enumerable.Range(0, Candidates).Select(_ => parameter.At(among.Draw(random))).MaxBy(GainAt);

        double GainAt(double value)
        {
            var place = parameter.PlaceOf(value);
            return among.LogAt(place) - against.LogAt(place);
        }
    }

    private static IDensity DensityOf(SearchParameter parameter, List<double> values) => parameter.IsOrdered
        ? new ParzenDensity([.. values.Select(parameter.PlaceOf)])
        : new ChoiceDensity(values, parameter.Options);
}
