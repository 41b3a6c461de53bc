using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>From the output layer's sums to probabilities, losses and gradients: a sigmoid of one sum, or a softmax of several.</summary>
internal static class CrossEntropy
{
    /// <summary>Class probabilities of one row.</summary>
    /// <param name="sums">One for two classes, else one per class.</param>
    public static double[] Probabilities(ReadOnlySpan<float> sums)
    {
        var probabilities = new double[sums.Length == 1 ? 2 : sums.Length];
        Probabilities(sums, probabilities);
        return probabilities;
    }

    /// <summary>The weighted loss of some rows.</summary>
    /// <param name="sums">One row of sums per row.</param>
    /// <param name="rows">Which rows of the sample they are.</param>
    /// <param name="sample">Their classes and weights.</param>
    public static double Loss(Signal sums, ReadOnlySpan<int> rows, LabelledRows sample)
    {
        var loss = 0.0;
        for (var row = 0; row < rows.Length; row++)
            loss += sample.Weights[rows[row]] * Loss(sums.Row(row), sample.Classes[rows[row]]);

        return loss;
    }

    /// <summary>The gradient of the weighted loss of some rows.</summary>
    /// <param name="sums">One row of sums per row.</param>
    /// <param name="rows">Which rows of the sample they are.</param>
    /// <param name="sample">Their classes and weights.</param>
    /// <param name="scale">Multiplies it.</param>
    /// <param name="gradients">Takes the result, of the size of the sums.</param>
    public static void Gradients(Signal sums, ReadOnlySpan<int> rows, LabelledRows sample, double scale, Signal gradients)
    {
        Span<double> probabilities = stackalloc double[Math.Max(sums.Width, 2)];
        gradients.Resize(sums.Rows, sums.Width);
        for (var row = 0; row < rows.Length; row++)
        {
            Probabilities(sums.Row(row), probabilities);
            var (factor, happened) = (scale * sample.Weights[rows[row]], sample.Classes[rows[row]]);
            var target = gradients.Row(row);
            for (var output = 0; output < sums.Width; output++)
            {
                var @class = sums.Width == 1 ? 1 : output;
                target[output] = (float)(factor * (probabilities[@class] - (@class == happened ? 1 : 0)));
            }
        }
    }

    private static void Probabilities(ReadOnlySpan<float> sums, Span<double> probabilities)
    {
        if (sums.Length == 1)
        {
            (probabilities[0], probabilities[1]) = (1 / (1 + Math.Exp(sums[0])), 1 / (1 + Math.Exp(-sums[0])));
            return;
        }

        var (top, total) = (Top(sums), 0.0);
        for (var output = 0; output < sums.Length; output++)
            total += probabilities[output] = Math.Exp(sums[output] - top);

        for (var output = 0; output < sums.Length; output++)
            probabilities[output] /= total;
    }

    /// <summary>-ln p, from the sums, so that it stays finite where p is 0.</summary>
    private static double Loss(ReadOnlySpan<float> sums, int happened)
    {
        if (sums.Length == 1)
        {
            double against = happened == 1 ? -sums[0] : sums[0];
            return Math.Max(against, 0) + Math.Log(1 + Math.Exp(-Math.Abs(against)));
        }

        var (top, total) = (Top(sums), 0.0);
        foreach (var sum in sums)
            total += Math.Exp(sum - top);

        return top + Math.Log(total) - sums[happened];
    }

    private static double Top(ReadOnlySpan<float> sums)
    {
        var top = sums[0];
        foreach (var sum in sums)
            top = Math.Max(top, sum);

        return top;
    }
}
