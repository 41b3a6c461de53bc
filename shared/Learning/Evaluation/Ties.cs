namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Scores in rising order, equal ones together.</summary>
internal static class Ties
{
    public static IEnumerable<(long Positives, long Negatives)> Of(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        if (scores.Count != positives.Count)
            throw new ArgumentException($"{scores.Count} scores but {positives.Count} labels", nameof(positives));

        return Enumerable.Range(0, scores.Count)
            .GroupBy(at => scores[at])
            .OrderBy(group => group.Key)
            .Select(group => ((long)group.Count(at => positives[at]), (long)group.Count(at => !positives[at])));
    }
}
