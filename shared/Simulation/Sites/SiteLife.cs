using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Sites;

/// <summary>
/// The ups and downs of the tracked sites. Their length is our assumption; with it, about nine sites in ten are green at a
/// time and code -1 is listed at good and bad places in the published proportion.
/// </summary>
internal static class SiteLife
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(10);
    private static readonly TimeSpan After = TimeSpan.FromDays(120);

    public static IEnumerable<SiteChange> Changes(SimulationOptions options) => SiteFact.All
        .Where(site => site.Kind == PlaceKind.Tracked)
        .SelectMany(site => Of(site.Name, options, SeededRandom.For(options.Seed, site.Name)));

    private static IEnumerable<SiteChange> Of(string site, SimulationOptions options, SeededRandom random)
    {
        var greenDays = 15 + random.Exponential(45);
        var readiness = random.Chance(greenDays / (greenDays + 6)) ? Readiness.Green : Readiness.Yellow;
        var time = Seconds(options.From.ToUniversalTime() - Before);
        while (time < options.To + After)
        {
            yield return new(site, time, readiness, Status(readiness, random));
            time = Seconds(time.AddDays(0.25 + random.Exponential(readiness == Readiness.Green ? greenDays : 5)));
            readiness = Next(readiness, random);
        }
    }

    private static Readiness Next(Readiness readiness, SeededRandom random) => readiness switch
    {
        Readiness.Green => random.Chance(0.75) ? Readiness.Yellow : Readiness.Red,
        Readiness.Yellow => random.Chance(0.8) ? Readiness.Green : Readiness.Red,
        _ => random.Chance(0.6) ? Readiness.Green : Readiness.Yellow,
    };

    private static string Status(Readiness readiness, SeededRandom random) => readiness switch
    {
        Readiness.Green => "enabled",
        Readiness.Yellow => random.Chance(0.6) ? "enabled" : "drain",
        _ => random.Chance(0.7) ? "drain" : random.Chance(0.7) ? "disabled" : "test",
    };

    private static DateTimeOffset Seconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
