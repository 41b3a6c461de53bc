namespace WorkflowRecovery.Contracts.Outside;

/// <summary>An executor took up a recommendation. Key: recommendationId, revision, result.</summary>
public sealed record RecoveryActionTaken
{
    /// <summary>The recommendation.</summary>
    public required Guid RecommendationId { get; init; }

    /// <summary>The revision that was acted on, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the task; null: the whole workflow.</summary>
    public string? Task { get; init; }

    /// <summary>When it was taken up.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary><c>claimed</c>, <c>done</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string Result { get; init; }

    /// <summary>Names of the requests that were made.</summary>
    public IReadOnlyList<string>? Created { get; init; }

    /// <summary>What the executor has to say about it.</summary>
    public string? Detail { get; init; }
}
