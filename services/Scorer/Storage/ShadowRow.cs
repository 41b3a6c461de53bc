namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What models in shadow said of a matrix; never published.</summary>
internal sealed class ShadowRow
{
    public required Guid EventId { get; init; }

    /// <summary>The training of the models in shadow.</summary>
    public required Guid RunId { get; init; }

    public required int MatrixRevision { get; init; }

    /// <summary>Revision of the recommendation that the active models made of the same matrix.</summary>
    public required int Revision { get; init; }

    /// <summary>The training of those.</summary>
    public required Guid? ActiveRunId { get; init; }

    /// <summary>JSON: action, memory bin and splitting bin with probability, all plans.</summary>
    public required string Plans { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }
}
