namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>The models of one training, which go through their states together.</summary>
internal sealed class SetRow
{
    public required Guid RunId { get; init; }

    /// <summary>See <see cref="SetState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it is in this state.</summary>
    public required string Reason { get; set; }

    /// <summary>The set that it took over from when it became active: where a rollback leads.</summary>
    public Guid? PreviousRunId { get; set; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>When it became active, the last time; null when it never was.</summary>
    public DateTimeOffset? PromotedAt { get; set; }

    /// <summary>How it did in shadow beside the active set, when that was last looked at.</summary>
    public string? Trial { get; set; }
}

/// <summary>States of a set; one is active, and at most one is in shadow.</summary>
internal static class SetState
{
    public const string Candidate = "candidate";
    public const string Shadow = "shadow";
    public const string Active = "active";
    public const string Retired = "retired";
    public const string Refused = "refused";
}
