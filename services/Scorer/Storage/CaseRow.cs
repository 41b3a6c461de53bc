namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Where an event stands: which matrix was judged last, what was said last, and whether it is over.</summary>
internal sealed class CaseRow
{
    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required int MatrixRevision { get; set; }

    /// <summary>Revision of the newest recommendation, from 1.</summary>
    public required int Revision { get; set; }

    /// <summary>Disposition of the newest recommendation.</summary>
    public required string Disposition { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When an operator acted for it by another way than an order here; null while none has.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When an operator first answered it though it is blinded; null while none has.</summary>
    public DateTimeOffset? UnveiledAt { get; set; }

    /// <summary>What rounds, clones and siblings of one request share; null in rows that are older than it.</summary>
    public string? Family { get; init; }

    /// <summary>The error code of most failures.</summary>
    public int? DominantCode { get; set; }

    /// <summary>Recovery rounds before this one, as reported.</summary>
    public int? Attempt { get; set; }
}
