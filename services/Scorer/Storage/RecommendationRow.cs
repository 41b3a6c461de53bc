namespace WorkflowRecovery.Scorer.Storage;

/// <summary>One revision of a recommendation as it was published, with every plan that was weighed.</summary>
internal sealed class RecommendationRow
{
    public required Guid EventId { get; init; }
    public required int Revision { get; init; }
    public required Guid MessageId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required DateTimeOffset RecommendedAt { get; init; }
    public string? Action { get; init; }
    public required string Disposition { get; init; }
    public double? Confidence { get; init; }
    public Guid? MatrixId { get; init; }

    /// <summary>The message's bytes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>JSON: action, memory bin and splitting bin with probability, all plans; none when blinded.</summary>
    public required string Plans { get; init; }

    /// <summary>Plan, dominant category and tier that this kind of decision is counted under; null when nothing is recommended.</summary>
    public string? Cell { get; init; }

    /// <summary>The training whose models were asked.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Category of the error that most jobs failed with.</summary>
    public string? Category { get; init; }

    /// <summary>Names of the actions that could not be ruled out; null when nothing was measured.</summary>
    public string[]? ActionSet { get; init; }

    /// <summary>JSON: the whole plans that could not be ruled out; null when none was.</summary>
    public string? PlanSet { get; init; }

    /// <summary>The version of the policy that was obeyed; null in rows that are older than it.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>The span that published it, as W3C trace context; null when nothing was traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The operator decides without hearing from us.</summary>
    public bool Blinded { get; init; }

    /// <summary>What would have been published; null unless blinded.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The plans behind it; null unless blinded.</summary>
    public string? ContentPlans { get; init; }
}
