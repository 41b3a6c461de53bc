using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Errors;
using WorkflowRecovery.Simulation.Facts;
using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>
/// The good or the bad sites of one code of one task: drawn without replacement from those where the code occurs. As if every
/// site had a clock that rings at the rate of its weight, and these had rung first.
/// </summary>
internal sealed class SiteDraws
{
    private const int NewtonSteps = 8;

    private static readonly (double Node, double Weight)[] Times = Quadrature.Positive(-8, 3, 0.4);
    private static readonly Dictionary<int, CodeFact> Codes = CodeFact.All.ToDictionary(code => code.Code);

    private readonly SiteFact[] _drawn;
    private readonly SiteFact[] _left;

    private SiteDraws(SiteFact[] drawn, SiteFact[] left) => (_drawn, _left) = (drawn, left);

    /// <summary>All draws of a workflow; of places that are no site nothing is told.</summary>
    public static IReadOnlyList<SiteDraws> Of(IReadOnlyList<SimulatedTask> tasks, SiteTimeline timeline)
    {
        var isGood = SiteFact.All.ToDictionary(site => site, site => timeline.ReadinessAt(site.Name, tasks[0].ReportedAt).IsGood());
        return [.. from task in tasks
                   from cells in task.Matrix.Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).GroupBy(cell => (cell.Code, Good: cell.Readiness.IsGood()))
                   let draws = Of(cells.Key.Code, cells.Key.Good, [.. cells.Select(cell => cell.Site)], isGood)
                   where draws._drawn.Length > 0 && draws._left.Length > 0
                   select draws];
    }

    /// <summary>How much more probable the draws are when tiers are met as in typical other actions than when they are met as ever.</summary>
    public double TypicalOverUsual(HomeSites home) =>
        Probability(site => home.WeightOf(site) * WorkflowErrors.TierOfOthers(site.Tier)) / Probability(home.WeightOf);

    /// <summary>What the draws add to the log odds of each site being a home site.</summary>
    public IEnumerable<(string Site, double LogOdds)> HomeOdds(HomeSites home)
    {
        var time = TimeOf([.. _drawn.Concat(_left).Select(home.WeightOf)]);
        return _drawn
            .Select(site => (site.Name, Math.Log(Rung(site.ErrorWeight * (1 + HomeSites.More) * time) / Rung(site.ErrorWeight * time))))
            .Concat(_left.Select(site => (site.Name, -HomeSites.More * site.ErrorWeight * time)));
    }

    private static SiteDraws Of(int code, bool good, HashSet<string> names, Dictionary<SiteFact, bool> isGood)
    {
        var tiers = good ? Codes[code].GoodTiers : Codes[code].BadTiers;
        var possible = isGood
            .Where(site => site.Value == good && site.Key.Kind != PlaceKind.Pseudo && site.Key.ErrorWeight > 0 && tiers.Contains(site.Key.Tier, StringComparison.Ordinal))
            .ToLookup(site => names.Contains(site.Key.Name), site => site.Key);
        return new([.. possible[true]], [.. possible[false]]);
    }

    private static double Rung(double x) => x < 1e-9 ? x : 1 - Math.Exp(-x);

    private double Probability(Func<SiteFact, double> weightOf)
    {
        var rest = _left.Sum(weightOf);
        var weights = _drawn.Select(site => weightOf(site) / rest).ToArray();
        return Times.Sum(time => weights.Aggregate(time.Weight * Math.Exp(-time.Node), (product, weight) => product * Rung(weight * time.Node)));
    }

    /// <summary>When as many clocks as were drawn have rung in the mean: by Newton's way, which comes from below since the number rises ever slower.</summary>
    private double TimeOf(double[] weights)
    {
        var time = 0.0;
        for (var step = 0; step < NewtonSteps; step++)
        {
            var silent = weights.Select(weight => Math.Exp(-weight * time)).ToArray();
            var rung = weights.Length - silent.Sum();
            time += (_drawn.Length - rung) / weights.Zip(silent, (weight, still) => weight * still).Sum();
        }

        return time;
    }
}
