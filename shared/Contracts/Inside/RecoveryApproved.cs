namespace WorkflowRecovery.Contracts.Inside;

/// <summary>
/// An operator ordered something for one task, or for a workflow and so for all its open tasks at once; the time in
/// which that could be taken back for free is over.
/// </summary>
public sealed record RecoveryApproved
{
    /// <summary>The approval; the same one again changes nothing.</summary>
    public required Guid ApprovalId { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>When it was ordered: the recordedAt of the operator's recorded action.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string Operator { get; init; }

    /// <summary>The cases that it is about; several for an action on the workflow.</summary>
    public required IReadOnlyList<ApprovedCase> Cases { get; init; }

    /// <summary>What was ordered.</summary>
    public required OrderedRecovery Ordered { get; init; }
}

/// <summary>One case of an approval.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="EventId">The event; the id of its recommendation.</param>
/// <param name="SeenRevision">The revision that the operator saw, from 1.</param>
public sealed record ApprovedCase(Guid OrderId, Guid EventId, int SeenRevision);

/// <summary>An action with its parameters as an operator ordered them; null: leave as it is.</summary>
public sealed record OrderedRecovery
{
    /// <summary><c>acdc</c>, <c>clone</c>, <c>recovery</c>, <c>by-pass</c>, <c>force-complete</c> or <c>on-hold</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Memory in MB for the whole job, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Finer splitting.</summary>
    public string? Splitting { get; init; }

    /// <summary>Remote read of the input: <c>enabled</c> or <c>disabled</c>.</summary>
    public string? Xrootd { get; init; }

    /// <summary>Remote read of the secondary input: <c>enabled</c> or <c>disabled</c>.</summary>
    public string? Secondary { get; init; }

    /// <summary>Cores per job.</summary>
    public int? Cores { get; init; }

    /// <summary><c>auto</c>, <c>manual</c> (<see cref="Sites"/> is the white list) or <c>ban</c> (<see cref="Sites"/> is left out).</summary>
    public required string SiteMode { get; init; }

    /// <summary>The white list or the ban list.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>Why, in the operator's words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
