namespace WorkflowRecovery.Contracts.Outside;

/// <summary>The status of a site changed. Key: site, effectiveAt, source. A null field means unchanged.</summary>
public sealed record SiteStatusChanged
{
    /// <summary>Site name.</summary>
    public required string Site { get; init; }

    /// <summary>From when on it holds.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary><c>green</c>, <c>yellow</c>, <c>red</c> or <c>none</c>.</summary>
    public string? Readiness { get; init; }

    /// <summary><c>enabled</c>, <c>drain</c>, <c>disabled</c> or <c>test</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Who says so; of two statuses of one time the greater source (ordinal) holds.</summary>
    public string? Source { get; init; }
}
