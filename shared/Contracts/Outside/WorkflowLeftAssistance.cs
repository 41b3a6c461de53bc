namespace WorkflowRecovery.Contracts.Outside;

/// <summary>The workflow left assistance: its round is closed and what is open is withdrawn. Key: workflow, leftAt.</summary>
public sealed record WorkflowLeftAssistance
{
    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>When it left.</summary>
    public required DateTimeOffset LeftAt { get; init; }

    /// <summary>Its new status word.</summary>
    public string? Status { get; init; }
}
