using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Matrices;

/// <summary>One non-zero cell of a site x error matrix.</summary>
/// <param name="Code">Error (exit) code; -1 is work lost without a report.</param>
/// <param name="Site">Site name as reported, without surrounding white space.</param>
/// <param name="Readiness">Readiness of the site when the workflow was reported.</param>
/// <param name="Count">Failed jobs, at least 1.</param>
public readonly record struct MatrixCell(int Code, string Site, Readiness Readiness, long Count);
