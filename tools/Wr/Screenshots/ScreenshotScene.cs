using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary>What the pictures show.</summary>
/// <param name="Records">Records to simulate.</param>
/// <param name="Events">The latest of them, which are in assistance.</param>
/// <param name="Seed">Seed of the simulation.</param>
internal sealed record ScreenshotScene(int Records, int Events, long Seed)
{
    // As dense as the measured history is with all of its records, so that what is in assistance came in the last two days or so.
    private static readonly TimeSpan Past = TimeSpan.FromDays(150);

    /// <summary>A past that ends now, so that what is in assistance was just reported.</summary>
    public SimulationOptions EndingAt(DateTimeOffset now) => new() { Records = Records, Seed = Seed, From = now - Past, To = now };
}
