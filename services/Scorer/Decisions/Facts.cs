using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What is known of a task and its surroundings at the moment of the decision.</summary>
internal sealed record Facts
{
    /// <summary>How long an order, taken or not, keeps the next one from being automatic.</summary>
    public static readonly TimeSpan OrderWindow = TimeSpan.FromHours(48);

    public required DateTimeOffset Now { get; init; }

    /// <summary>False when the rest could not be read.</summary>
    public bool Readable { get; init; } = true;

    public bool SwitchedOn { get; init; }

    /// <summary>What drifts; null when nothing does.</summary>
    public string? Drift { get; init; }

    /// <summary>An operator ordered something for the task within <see cref="OrderWindow"/>, or later.</summary>
    public bool Ordered { get; init; }

    /// <summary>An executor took something up for the task within <see cref="OrderWindow"/>, or later.</summary>
    public bool Taken { get; init; }

    /// <summary>Another round of the task, or its workflow, was recommended for execution within <see cref="OrderWindow"/>, or later.</summary>
    public bool Told { get; init; }

    /// <summary>This very case was automatic, approved or blinded before.</summary>
    public bool Decided { get; init; }

    /// <summary>The dominant code of each earlier round of the task; null for one in which nothing failed with a code.</summary>
    public IReadOnlyList<int?> EarlierCodes { get; init; } = [];

    /// <summary>The action on the whole workflow that is open for another of its tasks; null when none is.</summary>
    public string? WorkflowAction { get; init; }

    /// <summary>Another task of the workflow is blinded and open: what is thought of it is told to nobody, so it holds back whatever it is.</summary>
    public bool SiblingBlinded { get; init; }

    /// <summary>How operators answered this kind of case.</summary>
    public CellRecord Record { get; init; } = new(0, 0);
}
