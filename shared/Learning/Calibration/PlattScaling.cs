namespace WorkflowRecovery.Learning.Calibration;

/// <summary>Platt scaling: the probability of being positive is 1 / (1 + exp(-(slope x score + offset))).</summary>
/// <param name="Slope">What a step of the score adds to the margin, in nats.</param>
/// <param name="Offset">The margin of a score of 0.</param>
public sealed record PlattScaling(double Slope, double Offset)
{
    private const int MaxSteps = 100;

    /// <summary>
    /// The scaling with the lowest log-loss on held-out rows. Targets are smoothed as Platt (1999) does, (p + 1) / (p + 2)
    /// for the p positives and 1 / (n + 2) for the n others, so that few rows do not make it certain. Found by Newton's
    /// method with halved steps (Lin, Lin and Weng 2007).
    /// </summary>
    /// <param name="scores">Finite; higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores; without scores everything is even.</param>
    public static PlattScaling Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positives);
        if (scores.Count != positives.Count)
            throw new ArgumentException($"{scores.Count} scores but {positives.Count} labels", nameof(positives));

        var positive = positives.Count(of => of);
        var (high, low) = ((positive + 1.0) / (positive + 2), 1.0 / (positives.Count - positive + 2));
        var targets = positives.Select(of => of ? high : low).ToArray();
        var scaling = new PlattScaling(0, 0);
        for (var step = 0; step < MaxSteps && scaling.Better(scores, targets) is { } better; step++)
            scaling = better;

        return scaling;
    }

    /// <summary>The probability of being positive.</summary>
    public double Apply(double score) => 1 / (1 + Math.Exp(-MarginOf(score)));

    private double MarginOf(double score) => Slope * score + Offset;

    /// <summary>One step of Newton's, halved until the loss falls; null when it falls no more.</summary>
    private PlattScaling? Better(IReadOnlyList<double> scores, double[] targets)
    {
        var (bySlope, byOffset, slope2, both, offset2) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < targets.Length; row++)
        {
            var probability = Apply(scores[row]);
            var (off, curvature) = (probability - targets[row], probability * (1 - probability));
            bySlope += off * scores[row];
            byOffset += off;
            slope2 += curvature * scores[row] * scores[row];
            both += curvature * scores[row];
            offset2 += curvature;
        }

        // Of equal scores nothing tells slope from offset: then only the offset moves.
        var determinant = slope2 * offset2 - both * both;
        var (toSlope, toOffset) = determinant > 1e-12 * slope2 * offset2
            ? ((offset2 * bySlope - both * byOffset) / determinant, (slope2 * byOffset - both * bySlope) / determinant)
            : (0, byOffset / offset2);
        var loss = LossOf(scores, targets);
        for (var share = 1.0; share > 1e-10; share /= 2)
        {
            var next = new PlattScaling(Slope - share * toSlope, Offset - share * toOffset);
            if (next.LossOf(scores, targets) < loss)
                return next;
        }

        return null;
    }

    private double LossOf(IReadOnlyList<double> scores, double[] targets)
    {
        var loss = 0.0;
        for (var row = 0; row < targets.Length; row++)
        {
            var margin = MarginOf(scores[row]);
            loss += Math.Max(margin, 0) - targets[row] * margin + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        }

        return loss;
    }
}
