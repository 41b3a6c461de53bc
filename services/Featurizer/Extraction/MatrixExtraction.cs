using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>From an event and the sites' readiness as of reportedAt to a matrix.</summary>
internal static class MatrixExtraction
{
    /// <summary>Error rows with their readiness: the publisher's own reading wins, a site without any status is <c>none</c>.</summary>
    public static IReadOnlyList<ErrorRow> Resolve(IReadOnlyList<ErrorRow> errors, IReadOnlyDictionary<string, string> readinessOfSite) =>
        [.. errors.Select(row => row with
        {
            Readiness = row.Readiness ?? readinessOfSite.GetValueOrDefault(row.Site) ?? Readiness.None.ToName(),
        })];

    /// <summary>The matrix of rows that carry their readiness.</summary>
    public static SiteErrorMatrix MatrixOf(IReadOnlyList<ErrorRow> resolved) =>
        SiteErrorMatrix.Of(resolved.Select(row => new MatrixCell(
            row.Code,
            row.Site,
            ReadinessNames.TryParse(row.Readiness, out var readiness) ? readiness : Readiness.None,
            row.Count)));

    /// <summary>The sites whose status matters for an event: those offered for recovery and those with errors.</summary>
    public static string[] SitesOf(WorkflowAssistanceRequested reported) =>
        [.. reported.Errors.Select(row => row.Site).Concat(reported.Sites ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The compute sites of error rows that come without a readiness: those whose status must be known from elsewhere.</summary>
    public static string[] SitesToKnow(IReadOnlyList<ErrorRow> errors) =>
    [
        .. errors.Where(row => row.Readiness is null && SiteCatalogue.Of(row.Site).Kind == SiteKind.Compute)
            .Select(row => row.Site)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
