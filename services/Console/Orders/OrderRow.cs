namespace WorkflowRecovery.Console.Orders;

/// <summary>An operator's order on one case.</summary>
internal sealed class OrderRow
{
    public required Guid OrderId { get; init; }

    /// <summary>What is sent together: the id of its first order. Several for an action on a workflow.</summary>
    public required Guid ApprovalId { get; init; }

    /// <summary>What was submitted together.</summary>
    public required Guid GroupId { get; init; }

    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required int SeenRevision { get; init; }

    /// <summary><c>task</c> or <c>workflow</c>.</summary>
    public required string Scope { get; init; }

    public required string Action { get; init; }

    /// <summary>JSON: the whole order.</summary>
    public required string Ordered { get; init; }

    /// <summary>The operator's recorded action, as it is sent.</summary>
    public required byte[] Recorded { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required string Operator { get; init; }

    /// <summary>One of <see cref="OrderStates"/>.</summary>
    public required string State { get; set; }

    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The revision that was published of it; null while none was.</summary>
    public int? Revision { get; set; }

    /// <summary>Until when executors may act on that.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When an executor that polls was first told of it.</summary>
    public DateTimeOffset? ServedAt { get; set; }

    public DateTimeOffset? UndoAskedAt { get; set; }
    public string? UndoAskedBy { get; set; }

    /// <summary>Why it was refused, why it could not be taken back, or why it was withdrawn though nobody asked for that.</summary>
    public string? Why { get; set; }
}
