using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Scorer.Scoring;

internal static class MatrixReading
{
    /// <summary>The matrix of rows that carry their readiness, as the featurizer sends them.</summary>
    public static SiteErrorMatrix Of(IReadOnlyList<ErrorRow> errors) =>
        SiteErrorMatrix.Of(errors.Select(row => new MatrixCell(
            row.Code, row.Site, ReadinessNames.TryParse(row.Readiness, out var readiness) ? readiness : Readiness.None, row.Count)));
}
