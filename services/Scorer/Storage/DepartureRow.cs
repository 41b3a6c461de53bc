namespace WorkflowRecovery.Scorer.Storage;

/// <summary>A workflow left assistance: its rounds reported up to then are over.</summary>
internal sealed class DepartureRow
{
    public required string Workflow { get; init; }
    public required DateTimeOffset LeftAt { get; init; }
    public string? Status { get; init; }
}
