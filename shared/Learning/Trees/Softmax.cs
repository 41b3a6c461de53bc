namespace WorkflowRecovery.Learning.Trees;

/// <summary>From margins to probabilities.</summary>
public static class Softmax
{
    /// <summary>exp(m) / sum of exp(m), computed from the largest margin down so that nothing overflows.</summary>
    /// <param name="margins">One margin per class, at least one.</param>
    public static double[] Of(IReadOnlyList<double> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var top = margins.Max();
        var powers = margins.Select(margin => Math.Exp(margin - top)).ToArray();
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }
}
