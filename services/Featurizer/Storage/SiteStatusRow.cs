namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>A change of a site's status; null means unchanged.</summary>
internal sealed class SiteStatusRow
{
    public required string Site { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }
    public required string Source { get; init; }
    public string? Readiness { get; init; }
    public string? Status { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
