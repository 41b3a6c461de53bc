namespace WorkflowRecovery.Scorer.Storage;

/// <summary>An operator's order on one case, and what became of it.</summary>
internal sealed class ApprovalRow
{
    public required Guid OrderId { get; init; }

    /// <summary>What was ordered together.</summary>
    public required Guid ApprovalId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>The revision that the operator saw.</summary>
    public required int SeenRevision { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required string Operator { get; init; }

    /// <summary>One of <see cref="ApprovalStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The revision that it made; null when refused.</summary>
    public int? Revision { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Why { get; init; }

    /// <summary>When it came to this.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>What may become of an order.</summary>
internal static class ApprovalStates
{
    public const string Approved = "approved";
    public const string Refused = "refused";
    public const string Withdrawn = "withdrawn";

    /// <summary>Published, taken up by nobody in time, and ordered anew.</summary>
    public const string Expired = "expired";
}
