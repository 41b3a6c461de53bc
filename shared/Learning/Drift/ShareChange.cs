namespace WorkflowRecovery.Learning.Drift;

/// <summary>How a share has changed between two sets of samples.</summary>
/// <param name="Before">Share among the reference, 0 to 1.</param>
/// <param name="Now">Share among the recent ones, 0 to 1.</param>
/// <param name="Samples">How many recent ones there are.</param>
/// <param name="Statistic">
/// Log-likelihood ratio, in nats, of two shares against one (half of the G of Woolf 1957): how surprising the
/// difference would be if nothing had changed, the size of both sets taken into account.
/// </param>
/// <param name="Effect">Cohen's h (Cohen 1988, 6.2), 2 asin √now - 2 asin √before: 0.2 is small, 0.5 medium, 0.8 large.</param>
public sealed record ShareChange(double Before, double Now, int Samples, double Statistic, double Effect)
{
    /// <summary>The change between two counts.</summary>
    /// <param name="before">How many of the reference have it.</param>
    /// <param name="reference">Size of the reference, above 0.</param>
    /// <param name="now">How many of the recent ones have it.</param>
    /// <param name="recent">How many recent ones there are, above 0.</param>
    public static ShareChange Of(int before, int reference, int now, int recent)
    {
        var (was, has) = ((double)before / reference, (double)now / recent);
        var apart = Likelihood(before, reference) + Likelihood(now, recent);
        return new(was, has, recent, apart - Likelihood(before + now, reference + recent), 2 * (Math.Asin(Math.Sqrt(has)) - Math.Asin(Math.Sqrt(was))));
    }

    /// <summary>Log-likelihood of a count under its own share.</summary>
    private static double Likelihood(int count, int size) => Part(count, size) + Part(size - count, size);

    private static double Part(int count, int size) => count == 0 ? 0 : count * Math.Log((double)count / size);
}
