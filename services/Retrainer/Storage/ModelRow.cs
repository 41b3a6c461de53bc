namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>A version of the model of one target.</summary>
internal sealed class ModelRow
{
    public required string Target { get; init; }

    /// <summary>From 1 for each target.</summary>
    public required int Version { get; init; }

    /// <summary>See <see cref="ModelState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it was promoted, or why not.</summary>
    public required string Reason { get; init; }

    public required Guid RunId { get; init; }
    public required byte[] Artifact { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset WindowFrom { get; init; }
    public required DateTimeOffset WindowTo { get; init; }
    public required int Examples { get; init; }
    public required int Seed { get; init; }
    public required string CodeVersion { get; init; }

    /// <summary>JSON: how its twin did on later tasks that it had not seen.</summary>
    public required string Metrics { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PromotedAt { get; set; }
}

/// <summary>States of a model; at most one of a target is active.</summary>
internal static class ModelState
{
    public const string Candidate = "candidate";
    public const string Active = "active";
    public const string Retired = "retired";
}
