using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Measured times as they are shown.</summary>
internal static class Rounding
{
    /// <summary>A percentile of milliseconds to two places.</summary>
    public static double Milliseconds(IReadOnlyCollection<double> values, double share) => Math.Round(Percentile.Of(values, share), 2);
}
