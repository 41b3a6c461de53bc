namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>One training, from the request to its report.</summary>
internal sealed class RunRow
{
    public required Guid RunId { get; init; }

    /// <summary>Why it was asked for.</summary>
    public required string Cause { get; init; }

    /// <summary><c>requested</c>, <c>running</c>, <c>done</c> or <c>failed</c>.</summary>
    public required string State { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>What it is at.</summary>
    public string? Stage { get; set; }

    /// <summary>0 to 1.</summary>
    public required double Done { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>JSON: what it came to.</summary>
    public string? Report { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; set; }
}
