using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Where a recovery would run.</summary>
internal static class SiteResolution
{
    /// <summary>Compute sites among those offered for recovery (else those with errors), minus those drained or disabled now.</summary>
    public static SiteChoice Auto(WorkflowAssistanceRequested task, IReadOnlyCollection<string> unavailable) => new()
    {
        Mode = "auto",
        List = [],
        Resolved = [.. (task.Sites is { Count: > 0 } offered ? offered : task.Errors.Select(row => row.Site))
            .Distinct(StringComparer.Ordinal)
            .Where(site => SiteCatalogue.Of(site).Kind == SiteKind.Compute && !unavailable.Contains(site))
            .Order(StringComparer.Ordinal)],
    };
}
