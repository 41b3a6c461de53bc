using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>Failed jobs at good and at bad sites.</summary>
internal sealed record FailedJobs(long Good, long Bad)
{
    public long All => Good + Bad;

    public static FailedJobs Of(IEnumerable<MatrixCell> cells) =>
        cells.Aggregate(new FailedJobs(0, 0), (sum, cell) => cell.Readiness.IsGood() ? sum with { Good = sum.Good + cell.Count } : sum with { Bad = sum.Bad + cell.Count });
}

/// <summary>The failures of a category, at each tier and in all.</summary>
internal sealed record CategoryTotals(string Name, IReadOnlyList<FailedJobs> Tiers, FailedJobs All);

/// <summary>Failures by category and tier; work lost without a report counts apart, as places.</summary>
/// <param name="Tiers">The tiers that occur.</param>
/// <param name="Categories">The categories that occur.</param>
/// <param name="All">Everything.</param>
/// <param name="LostPlaces">Places that hold work for which no job reported an error.</param>
internal sealed record MatrixTotals(IReadOnlyList<string> Tiers, IReadOnlyList<CategoryTotals> Categories, CategoryTotals All, int LostPlaces)
{
    public static MatrixTotals Of(SiteErrorMatrix matrix)
    {
        var failed = matrix.Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).ToList();
        var tiers = failed.Select(TierOf).Distinct().Order().ToList();
        return new(
            [.. tiers.Select(tier => tier == Tier.Other ? "other" : $"T{(int)tier}")],
            [.. failed.GroupBy(cell => ErrorCatalogue.CategoryOf(cell.Code)).OrderBy(group => group.Key).Select(group => Row(group.Key.ToName(), tiers, [.. group]))],
            Row("all", tiers, failed),
            matrix.Cells.Count(cell => cell.Code == SiteErrorMatrix.NotReported));
    }

    private static CategoryTotals Row(string name, List<Tier> tiers, IReadOnlyList<MatrixCell> cells) =>
        new(name, [.. tiers.Select(tier => FailedJobs.Of(cells.Where(cell => TierOf(cell) == tier)))], FailedJobs.Of(cells));

    private static Tier TierOf(MatrixCell cell) => SiteCatalogue.Of(cell.Site).Tier;
}
