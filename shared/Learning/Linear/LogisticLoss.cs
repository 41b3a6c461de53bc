using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Linear;

/// <summary>
/// What a logistic regression makes small: the weighted log-loss plus half of the penalty times the sum of squared
/// coefficients. Parameters: per column a coefficient for each output, then an intercept for each output. Two classes
/// have one output, the margin of class 1.
/// </summary>
internal sealed class LogisticLoss(IReadOnlyList<SparseVector> rows, IReadOnlyList<int> classes, IReadOnlyList<double>? weights, int outputs, double penalty)
{
    private readonly int _intercepts = outputs * rows[0].Dimension;
    private readonly bool[] _varies = VaryingColumns.Of(rows);

    public int Parameters => _intercepts + outputs;

    public double At(ReadOnlySpan<double> parameters, double[] gradient)
    {
        Array.Clear(gradient);
        Span<double> margins = new double[outputs];
        var loss = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            var weight = weights?[row] ?? 1;
            Margins(rows[row], parameters, margins);
            loss += weight * (outputs == 1 ? BinarySlope(ref margins[0], classes[row]) : SoftmaxSlopes(margins, classes[row]));
            foreach (ref var slope in margins)
                slope *= weight;

            Add(rows[row], margins, gradient);
        }

        for (var at = 0; at < _intercepts; at++)
        {
            loss += penalty / 2 * parameters[at] * parameters[at];
            // What all rows have alike is the intercept's; on the way to that it would be left with a weight.
            gradient[at] = _varies[at / outputs] ? gradient[at] + (penalty * parameters[at]) : 0;
        }

        return loss;
    }

    /// <summary>Fills in the margin of each output.</summary>
    public static void Margins(SparseVector row, ReadOnlySpan<double> parameters, Span<double> margins)
    {
        parameters[^margins.Length..].CopyTo(margins);
        var indices = row.Indices.AsSpan();
        var values = row.Values.AsSpan();
        for (var at = 0; at < indices.Length; at++)
        {
            var coefficients = parameters.Slice(indices[at] * margins.Length, margins.Length);
            for (var output = 0; output < coefficients.Length; output++)
                margins[output] += values[at] * coefficients[output];
        }
    }

    private static void Add(SparseVector row, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        var indices = row.Indices.AsSpan();
        var values = row.Values.AsSpan();
        for (var at = 0; at < indices.Length; at++)
        {
            var sums = gradient.Slice(indices[at] * slopes.Length, slopes.Length);
            for (var output = 0; output < sums.Length; output++)
                sums[output] += values[at] * slopes[output];
        }

        var intercepts = gradient[^slopes.Length..];
        for (var output = 0; output < slopes.Length; output++)
            intercepts[output] += slopes[output];
    }

    // Both give the loss of a row and leave its slope by each margin in the margin's place.
    private static double BinarySlope(ref double margin, int @class)
    {
        var against = @class == 1 ? -margin : margin;
        var wrong = 1 / (1 + Math.Exp(-against));
        margin = @class == 1 ? -wrong : wrong;
        return Math.Max(against, 0) + Math.Log(1 + Math.Exp(-Math.Abs(against)));
    }

    private static double SoftmaxSlopes(Span<double> margins, int @class)
    {
        var top = double.NegativeInfinity;
        foreach (var margin in margins)
            top = Math.Max(top, margin);

        var (own, sum) = (margins[@class], 0.0);
        foreach (ref var margin in margins)
            sum += margin = Math.Exp(margin - top);

        foreach (ref var margin in margins)
            margin /= sum;

        margins[@class] -= 1;
        return top + Math.Log(sum) - own;
    }
}
