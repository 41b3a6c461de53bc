namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>A drift that was found; at most one of a kind is on.</summary>
internal sealed class DriftRow
{
    /// <summary><c>code</c>, <c>site</c> or <c>label</c>.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Report of the newest workflow when it was found.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The training whose models were active then.</summary>
    public required Guid RunId { get; init; }

    public required bool IsOn { get; set; }

    /// <summary>The error code, the site, or <c>other</c> for other actions than an acdc.</summary>
    public required string Subject { get; init; }

    /// <summary>Log-likelihood ratio in nats.</summary>
    public required double Statistic { get; init; }

    /// <summary>Cohen's h.</summary>
    public required double Effect { get; init; }

    /// <summary>Workflows that were held against the reference.</summary>
    public required int Samples { get; init; }

    public required string Text { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
