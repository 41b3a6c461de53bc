namespace WorkflowRecovery.Learning.Calibration;

/// <summary>
/// Temperature scaling (Guo et al. 2017) of the evidence only: p(c) becomes proportional to b(c) (p(c)/b(c))^(1/T),
/// where b are the base rates that the model started from. At T = 1 nothing changes; with T growing the answer goes to
/// the base rates, where the plain form would go to equal shares, which for rare actions is far off.
/// </summary>
/// <param name="Temperature">T, above 0; above 1 where the model was too sure.</param>
public sealed record TemperatureScaling(double Temperature)
{
    private const double Coldest = 0.25;
    private const double Hottest = 20;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Changes nothing.</summary>
    public static TemperatureScaling None { get; } = new(1.0);

    /// <summary>The temperature with the lowest log-loss on held-out later rows.</summary>
    /// <param name="margins">Per row what the model adds to the logarithm of each class's base rate.</param>
    /// <param name="classes">What happened, as many as rows; with none the answer is <see cref="None"/>.</param>
    /// <param name="baseRates">Per class, above 0.</param>
    public static TemperatureScaling Fit(IReadOnlyList<double[]> margins, IReadOnlyList<int> classes, IReadOnlyList<double> baseRates)
    {
        ArgumentNullException.ThrowIfNull(margins);
        if (margins.Count == 0)
            return None;

        // Golden-section search over ln T: the loss has a single valley along it.
        var (low, high) = (Math.Log(Coldest), Math.Log(Hottest));
        while (high - low > 1e-4)
        {
            var (left, right) = (high - Golden * (high - low), low + Golden * (high - low));
            if (Loss(left) <= Loss(right))
                high = right;
            else
                low = left;
        }

        return new(Math.Exp((low + high) / 2));

        double Loss(double logTemperature)
        {
            var scaling = new TemperatureScaling(Math.Exp(logTemperature));
            return Evaluation.ProbabilityScores.LogLoss([.. margins.Select(row => scaling.Apply(row, baseRates))], classes);
        }
    }

    /// <summary>Calibrated class probabilities of one row.</summary>
    /// <param name="margins">What the model adds to the logarithm of each class's base rate.</param>
    /// <param name="baseRates">Per class, above 0.</param>
    public double[] Apply(IReadOnlyList<double> margins, IReadOnlyList<double> baseRates) =>
        Trees.Softmax.Of([.. margins.Zip(baseRates, (margin, rate) => Math.Log(rate) + margin / Temperature)]);
}
