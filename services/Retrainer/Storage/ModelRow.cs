namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>A version of the model of one target; its state is that of its set.</summary>
internal sealed class ModelRow
{
    public required string Target { get; init; }

    /// <summary>From 1 for each target.</summary>
    public required int Version { get; init; }

    /// <summary>The training, which is also the set.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Null once the retention rule has taken it.</summary>
    public required byte[]? Artifact { get; set; }

    public required string Sha256 { get; init; }
    public required DateTimeOffset WindowFrom { get; init; }
    public required DateTimeOffset WindowTo { get; init; }
    public required int Examples { get; init; }
    public required int Seed { get; init; }
    public required string CodeVersion { get; init; }

    /// <summary>JSON: how its twin did on later tasks that it had not seen.</summary>
    public required string Metrics { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
