namespace WorkflowRecovery.Console.Audit;

/// <summary>A line of the audit trail; never changed or removed.</summary>
internal sealed class AuditRow
{
    /// <summary>In the order of writing; given by the database.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }

    /// <summary>The role that they had; null when they had none.</summary>
    public required string? Role { get; init; }

    public required string What { get; init; }
    public required string? Workflow { get; init; }
    public required string? Task { get; init; }
    public required Guid? EventId { get; init; }

    /// <summary>JSON: what they saw when they decided.</summary>
    public required string? Shown { get; init; }

    /// <summary>JSON: what they decided.</summary>
    public required string? Details { get; init; }
}
