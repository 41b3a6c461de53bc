using System.Globalization;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Drift;

/// <summary>
/// What drift is counted by: a whole workflow in one round of assistance. Its tasks fail for the same reasons and are
/// answered together, so that counting tasks would take one event for many.
/// </summary>
/// <param name="ReportedAt">When the workflow entered assistance.</param>
/// <param name="Code">The error code that most jobs failed with; null without errors.</param>
/// <param name="Site">The compute site where most jobs failed; null without any.</param>
/// <param name="IsOther">Whether any other action than an acdc was ordered; null when nothing was ordered.</param>
public sealed record WorkflowSample(DateTimeOffset ReportedAt, int? Code, string? Site, bool? IsOther)
{
    /// <summary>The sample of a workflow's tasks. Marks of lost work (code -1) do not count, nor do storage names and pseudo-sites as sites.</summary>
    /// <param name="reportedAt">When the workflow entered assistance.</param>
    /// <param name="tasks">The errors of its tasks.</param>
    /// <param name="isOther">See <see cref="IsOther"/>.</param>
    public static WorkflowSample Of(DateTimeOffset reportedAt, IEnumerable<SiteErrorMatrix> tasks, bool? isOther)
    {
        var errors = tasks.SelectMany(task => task.Cells).Where(cell => cell.Code != SiteErrorMatrix.NotReported).ToList();
        var code = Most(errors, cell => cell.Code);
        var site = Most(errors.Where(cell => SiteCatalogue.Of(cell.Site).Kind == SiteKind.Compute), cell => cell.Site);
        return new(reportedAt, code.Found ? code.Key : null, site.Key, isOther);
    }

    /// <summary>What the sample counts as; null where it does not count.</summary>
    internal string? SubjectOf(DriftKind kind) => kind switch
    {
        DriftKind.Code => Code?.ToString(CultureInfo.InvariantCulture),
        DriftKind.Site => Site,
        _ => IsOther switch { null => null, true => "other", false => "acdc" },
    };

    /// <summary>The key with the most failed jobs; of equal ones the first.</summary>
    private static (bool Found, TKey? Key) Most<TKey>(IEnumerable<MatrixCell> cells, Func<MatrixCell, TKey> keyOf) where TKey : IComparable<TKey> => cells
        .GroupBy(keyOf)
        .Select(group => (Found: true, Key: (TKey?)group.Key, Jobs: group.Sum(cell => cell.Count)))
        .OrderByDescending(group => group.Jobs)
        .ThenBy(group => group.Key)
        .Select(group => (group.Found, group.Key))
        .FirstOrDefault();
}
