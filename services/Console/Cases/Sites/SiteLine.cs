using WorkflowRecovery.Console.Sites;

namespace WorkflowRecovery.Console.Cases.Sites;

/// <summary>How a site stands that failed, or that is offered for recovery.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Errors">Failed jobs of the task there.</param>
/// <param name="IsOffered">Whether the recovery document offers it.</param>
/// <param name="AtReport">Readiness when the task was reported; null where nothing failed there.</param>
/// <param name="Readiness">Readiness now and in the last days.</param>
/// <param name="Status">Enabled, drained and so on, now and in the last days.</param>
public sealed record SiteLine(string Site, long Errors, bool IsOffered, string? AtReport, SiteTimeline Readiness, SiteTimeline Status)
{
    /// <summary>Whether jobs cannot run there now.</summary>
    public bool IsUnavailable => Status.Now is "drain" or "disabled";

    /// <summary>Whether its readiness is another than it was.</summary>
    public bool HasChanged => AtReport is not null && Readiness.Now is not null && AtReport != Readiness.Now;
}
