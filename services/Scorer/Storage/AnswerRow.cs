namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What an operator ordered for an event first, beside what had been recommended by then.</summary>
internal sealed class AnswerRow
{
    public required Guid EventId { get; init; }

    /// <summary>The recorded action.</summary>
    public required Guid ActionKey { get; init; }

    /// <summary>The recommendation that it is held against.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    public required string Action { get; init; }

    /// <summary>Memory bin.</summary>
    public required string Memory { get; init; }

    /// <summary>Splitting bin.</summary>
    public required string Splitting { get; init; }

    /// <summary>Memory as ordered.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Splitting as ordered.</summary>
    public string? OrderedSplitting { get; init; }

    /// <summary>Whether what was not ordered is known to have been left as it was.</summary>
    public bool? ParametersGiven { get; init; }

    public required bool Xrootd { get; init; }
    public required bool Secondary { get; init; }

    /// <summary>Whether the number of cores was set.</summary>
    public required bool Cores { get; init; }

    /// <summary>Null when nothing was recommended; the three agreements then are too.</summary>
    public string? RecommendedAction { get; init; }

    public double? Confidence { get; init; }

    /// <summary>What our plans gave to the operator's action, memory and splitting; null when there were no plans.</summary>
    public double? Probability { get; init; }

    /// <summary>What they gave to everything likelier than that.</summary>
    public double? Likelier { get; init; }

    /// <summary>Whether the action could not be ruled out; null when nothing had been measured.</summary>
    public bool? InActionSet { get; init; }

    /// <summary>Whether the whole plan could not.</summary>
    public bool? InPlanSet { get; init; }

    /// <summary>How many whole plans could not; null when none could.</summary>
    public int? PlansInSet { get; init; }

    public bool? AgreedAction { get; init; }

    /// <summary>Action, memory bin and splitting bin.</summary>
    public bool? AgreedOrder { get; init; }

    /// <summary>Everything.</summary>
    public bool? AgreedPlan { get; init; }

    /// <summary>The operator had not heard from us.</summary>
    public required bool Blinded { get; init; }

    /// <summary>Ordered in answer to what was recommended, and exactly that.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Ordered in answer to what was recommended, the same or not: the operator had heard from us.</summary>
    public required bool Prompted { get; init; }

    public required string Disposition { get; init; }
    public string? Cell { get; init; }
    public string? Category { get; init; }
    public Guid? RunId { get; init; }

    /// <summary>Version of the model that told the action.</summary>
    public int? ModelVersion { get; init; }
}
