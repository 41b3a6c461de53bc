namespace WorkflowRecovery.Learning.Search;

/// <summary>How much of the differences between scores a parameter explains alone.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Share">Share of the variance of the scores, 0 to 1; what it does only together with others is not in it.</param>
public sealed record ParameterImportance(string Name, double Share)
{
    private const int RowsPerBin = 5;
    private const int MostBins = 8;

    /// <summary>
    /// Per parameter, most important first: trials are put into bins by its value (an option each, or equal counts in
    /// rising order); the share is the variance of the bins' means, less what chance alone makes of it (epsilon squared,
    /// Kelley 1935). Failed trials do not count. Best asked of a random search: one that hunts for the best tries little else.
    /// </summary>
    /// <param name="space">The space that was searched.</param>
    /// <param name="trials">What was tried.</param>
    public static IReadOnlyList<ParameterImportance> Of(SearchSpace space, IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(space);
        var worked = trials.Where(trial => double.IsFinite(trial.Score)).ToList();
        return [.. space.Parameters
            .Select((parameter, at) => new ParameterImportance(parameter.Name, ShareOf(BinsOf(parameter, [.. worked.OrderBy(trial => trial.Setting.Values[at])], at))))
            .OrderByDescending(of => of.Share)];
    }

    private static List<List<double>> BinsOf(SearchParameter parameter, List<Trial> ordered, int at)
    {
        var bins = Math.Clamp(ordered.Count / RowsPerBin, 1, MostBins);
        var places = ordered.Index().GroupBy(trial => trial.Item.Setting.Values[at], trial => trial.Index).ToList();
        return [.. places
            .GroupBy(equal => parameter.IsOrdered ? (int)(equal.Average() * bins / ordered.Count) : equal.Key)
            .Select(bin => bin.SelectMany(equal => equal).Select(place => ordered[place].Score).ToList())];
    }

    private static double ShareOf(List<List<double>> bins)
    {
        var all = bins.SelectMany(bin => bin).ToList();
        if (all.Count <= bins.Count)
            return 0;

        var total = SquaresOf(all);
        var within = bins.Sum(SquaresOf);
        var chance = (bins.Count - 1) * within / (all.Count - bins.Count);
        return total > 0 ? Math.Clamp((total - within - chance) / total, 0, 1) : 0;
    }

    private static double SquaresOf(List<double> scores)
    {
        var mean = scores.Average();
        return scores.Sum(score => (score - mean) * (score - mean));
    }
}
