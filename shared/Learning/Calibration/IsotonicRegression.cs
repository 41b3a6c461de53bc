using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Calibration;

/// <summary>
/// Isotonic regression: the rising line of least squares through a score's outcomes. It fits any rising relation, but
/// needs many rows, and may answer 0 or 1.
/// </summary>
public sealed class IsotonicRegression
{
    private readonly ImmutableArray<double> _scores;
    private readonly ImmutableArray<double> _values;

    private IsotonicRegression(ImmutableArray<double> scores, ImmutableArray<double> values) => (_scores, _values) = (scores, values);

    /// <summary>Fits the line by pooling neighbours that are out of order (pool adjacent violators).</summary>
    /// <param name="scores">Finite, at least one; higher means more positive.</param>
    /// <param name="targets">What happened: 1 for positive, 0 for not, or a share.</param>
    /// <param name="weights">How much each row counts, above 0; null for all alike.</param>
    /// <exception cref="ArgumentException">No rows, or the shapes disagree.</exception>
    public static IsotonicRegression Fit(IReadOnlyList<double> scores, IReadOnlyList<double> targets, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(targets);
        if (scores.Count == 0 || scores.Count != targets.Count || (weights is not null && weights.Count != scores.Count))
            throw new ArgumentException($"{scores.Count} scores, {targets.Count} targets, {weights?.Count ?? scores.Count} weights", nameof(targets));

        var blocks = new Stack<Block>();
        foreach (var block in OfEqualScores(scores, targets, weights))
        {
            var pooled = block;
            while (blocks.TryPeek(out var before) && before.Value >= pooled.Value)
                pooled = blocks.Pop().With(pooled);

            blocks.Push(pooled);
        }

        var ends = blocks.Reverse().SelectMany(block => new[] { (Score: block.From, block.Value), (Score: block.To, block.Value) }).Distinct().ToList();
        return new([.. ends.Select(end => end.Score)], [.. ends.Select(end => end.Value)]);
    }

    /// <summary>The value at a score: on a straight line between the fitted ones, level beyond the first and the last.</summary>
    public double Apply(double score)
    {
        var at = _scores.BinarySearch(score);
        if (at >= 0)
            return _values[at];

        var next = ~at;
        if (next == 0 || next == _scores.Length)
            return _values[Math.Max(0, next - 1)];

        var share = (score - _scores[next - 1]) / (_scores[next] - _scores[next - 1]);
        return _values[next - 1] + share * (_values[next] - _values[next - 1]);
    }

    private static IEnumerable<Block> OfEqualScores(IReadOnlyList<double> scores, IReadOnlyList<double> targets, IReadOnlyList<double>? weights)
    {
        return Enumerable.Range(0, scores.Count)
            .GroupBy(row => scores[row])
            .OrderBy(group => group.Key)
            .Select(group => new Block(group.Key, group.Key, group.Sum(row => targets[row] * WeightOf(row)), group.Sum(WeightOf)));

        double WeightOf(int row) => weights?[row] ?? 1;
    }

    // Rows that share a value, from one score to another.
    private sealed record Block(double From, double To, double Sum, double Weight)
    {
        public double Value => Sum / Weight;

        public Block With(Block next) => new(From, next.To, Sum + next.Sum, Weight + next.Weight);
    }
}
