using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Errors;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>
/// How probably a task shows the code of exceeded memory as it does: at so many sites, with so many failures at each. Sites
/// that chance did not find are taken as never drawn.
/// </summary>
internal static class MemoryLikelihood
{
    private const long Small = 60;

    private static readonly Dictionary<string, double> Heat = SiteFact.All.ToDictionary(site => site.Name, site => site.Heat);

    /// <summary>With an order for more memory.</summary>
    public static double Of(IReadOnlyList<MatrixCell> cells) =>
        (MemoryStrength.WeakShare * Of(cells, MemoryStrength.Weak)) + ((1 - MemoryStrength.WeakShare) * Of(cells, MemoryStrength.Strong));

    /// <summary>Without one.</summary>
    public static double Of(IReadOnlyList<MatrixCell> cells, bool acdc) => Of(cells, MemoryStrength.Without(acdc));

    private static double Of(IReadOnlyList<MatrixCell> cells, MemoryStrength strength) => cells.Count == 0
        ? 1 - strength.Share
        : strength.Share * SitesOf(cells.Count, strength.Sites - 1) * FailuresOf(cells, strength.Failures - 1);

    private static double SitesOf(int sites, double mean) => Quadrature.Normal.Sum(spread =>
    {
        var further = mean * Spread(spread.Node, WorkflowErrors.SitesSpread);
        return spread.Weight / (1 + further) * Math.Pow(further / (1 + further), sites - 1);
    });

    private static double FailuresOf(IReadOnlyList<MatrixCell> cells, double mean) => Quadrature.Normal.Sum(spread =>
        cells.Aggregate(spread.Weight, (product, cell) => product * FailuresOf(cell, mean * Spread(spread.Node, WorkflowErrors.CodeSpread))));

    private static double FailuresOf(MatrixCell cell, double mean)
    {
        var scale = mean * Heat[cell.Site];
        var further = cell.Count - 1;
        return Math.Max(further > Small ? DensityAt(further, scale) : Below(further + 1, scale) - (2 * Below(further, scale)) + Below(further - 1, scale), double.Epsilon);
    }

    /// <summary>Mean of what is missing up to x, of a log-normal number: its second differences are the chances of rounding to a whole number.</summary>
    private static double Below(double x, double scale)
    {
        if (x <= 0)
            return 0;

        var at = StandardAt(x, scale);
        return (x * NormalDistribution.Below(at)) - (scale * NormalDistribution.Below(at - WorkflowErrors.CellSpread));
    }

    private static double DensityAt(double x, double scale) => NormalDistribution.Density(StandardAt(x, scale)) / (x * WorkflowErrors.CellSpread);

    private static double StandardAt(double x, double scale) => (Math.Log(x / scale) / WorkflowErrors.CellSpread) + (WorkflowErrors.CellSpread / 2);

    private static double Spread(double normal, double sigma) => Math.Exp((sigma * normal) - (sigma * sigma / 2));
}
