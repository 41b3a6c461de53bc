namespace WorkflowRecovery.Console.Cases.Sites;

/// <summary>How a site stands that failed, or that is offered for recovery.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Errors">Failed jobs of the task there.</param>
/// <param name="IsOffered">Whether the recovery document offers it.</param>
/// <param name="AtReport">Readiness when the task was reported; null where nothing failed there.</param>
/// <param name="Now">Readiness now; null when nothing was ever said.</param>
/// <param name="Status">Enabled, drained and so on, now; null when nothing was ever said.</param>
/// <param name="Days">Readiness in the last days, the oldest first.</param>
public sealed record SiteLine(
    string Site, long Errors, bool IsOffered, string? AtReport, string? Now, string? Status, IReadOnlyList<SiteSlot> Days)
{
    /// <summary>Whether jobs can run there now.</summary>
    public bool IsUnavailable => Status is "drain" or "disabled";

    /// <summary>Whether its readiness is another than it was.</summary>
    public bool HasChanged => AtReport is not null && Now is not null && AtReport != Now;
}

/// <summary>What held at the end of a part of a day; null when nothing had been said by then.</summary>
public sealed record SiteSlot(DateTimeOffset Until, string? Readiness);
