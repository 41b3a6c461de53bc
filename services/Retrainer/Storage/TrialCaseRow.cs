namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>A workflow that counts in a trial; never changed or removed.</summary>
internal sealed class TrialCaseRow
{
    public required Guid ShadowRunId { get; init; }
    public required Guid ActiveRunId { get; init; }

    /// <summary>From 1, in the order in which the workflows were seen.</summary>
    public required int Number { get; init; }

    public required string Workflow { get; init; }

    /// <summary>The order that answered it.</summary>
    public required Guid ActionKey { get; init; }

    /// <summary>When that order came in.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>See <see cref="Promotion.LiveCase.Advantage"/>, the mean over the tasks that were answered; null when the order left open what was ordered.</summary>
    public required double? Advantage { get; init; }
}
