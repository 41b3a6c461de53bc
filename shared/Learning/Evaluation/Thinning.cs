namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Fewer points of a curve that still look like it.</summary>
internal static class Thinning
{
    /// <summary>The ends and, between them, a point for every equal step along the curve (|dx| + |dy|), so that steep parts keep theirs.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> points, Func<T, (double X, double Y)> place, int? atMost)
    {
        if (atMost is not { } most || points.Count <= most)
            return points;

        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2, nameof(atMost));
        var along = new double[points.Count];
        for (var at = 1; at < along.Length; at++)
        {
            var (from, to) = (place(points[at - 1]), place(points[at]));
            along[at] = along[at - 1] + Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);
        }

        var kept = new List<T>(most) { points[0] };
        for (int step = 1, at = 0; step < most - 1; step++)
        {
            var reached = at;
            while (at < points.Count - 2 && along[at] < along[^1] * step / (most - 1))
                at++;

            if (at > reached)
                kept.Add(points[at]);
        }

        return [.. kept, points[^1]];
    }
}
