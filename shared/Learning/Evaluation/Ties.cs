namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Scores in rising order, equal ones together.</summary>
internal static class Ties
{
    public static List<(double Score, long Positives, long Negatives)> Of(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        var labels = new bool[positives.Count];
        for (var at = 0; at < labels.Length; at++)
            labels[at] = positives[at];

        var ties = new List<(double, long, long)>();
        var sorted = Sorted(scores, labels);
        for (var at = 0; at < sorted.Length;)
        {
            var (begin, positive) = (at, 0L);
            for (; at < sorted.Length && sorted[at].Equals(sorted[begin]); at++)
                positive += labels[at] ? 1 : 0;

            ties.Add((sorted[begin], positive, at - begin - positive));
        }

        return ties;
    }

    /// <summary>The scores in rising order; what comes with them is put into the same order.</summary>
    public static double[] Sorted<T>(IReadOnlyList<double> scores, T[] companions)
    {
        if (scores.Count != companions.Length)
            throw new ArgumentException($"{scores.Count} scores but {companions.Length} labels", nameof(companions));

        var sorted = new double[scores.Count];
        for (var at = 0; at < sorted.Length; at++)
            sorted[at] = scores[at];

        Array.Sort(sorted, companions);
        return sorted;
    }
}
