namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>One matrix of an event, sparse and compact, with the view that the models look at.</summary>
internal sealed class MatrixRow
{
    public required Guid MatrixId { get; init; }
    public required Guid EventId { get; init; }
    public required int Revision { get; init; }

    /// <summary>Why it was made: <c>reported</c>, <c>newer counts</c>, <c>late site status</c> or <c>import</c>.</summary>
    public required string Cause { get; init; }

    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The matrix, in the encoding of the domain.</summary>
    public required byte[] Cells { get; init; }

    /// <summary>Failed jobs over all cells but those of code -1.</summary>
    public required long TotalErrors { get; init; }

    /// <summary>The tier view of the matrix, sparse.</summary>
    public required byte[] TierView { get; init; }

    public required int TierViewVersion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was reported around the task, as JSON; null for imported events.</summary>
    public string? Around { get; init; }

    /// <summary>Campaign, as it was told then; as are those below.</summary>
    public string? Campaign { get; init; }

    public int? MemoryMb { get; init; }
    public int? Cores { get; init; }
    public long? TotalJobs { get; init; }
}
