using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What most failures of a task have in common; of equally many the first. Null where nothing failed with a code.</summary>
internal sealed record Dominant(int? Code, ErrorCategory? Category, Tier? Tier)
{
    public static Dominant Of(SiteErrorMatrix matrix)
    {
        var failures = matrix.Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).ToList();
        return new(
            Largest(failures, cell => cell.Code),
            Largest(failures, cell => ErrorCatalogue.CategoryOf(cell.Code)),
            Largest(failures, cell => SiteCatalogue.Of(cell.Site).Tier));
    }

    private static T? Largest<T>(List<MatrixCell> failures, Func<MatrixCell, T> part) where T : struct =>
        failures.Count == 0
            ? null
            : failures.GroupBy(part).OrderByDescending(group => group.Sum(cell => cell.Count)).ThenBy(group => group.Key).First().Key;
}
