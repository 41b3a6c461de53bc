using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Rules.Conditions;

/// <summary>What a rule may look at: one task in assistance. What is not known is null.</summary>
public sealed record RuleInput
{
    /// <summary>The failures.</summary>
    public required SiteErrorMatrix Matrix { get; init; }

    /// <summary>When the workflow entered assistance; windows of time are about it.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the task is judged: a rule that has expired by then does not fire.</summary>
    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>The type of the request, e.g. <c>TaskChain</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>Memory of a job in MB, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Cores of a job; not known counts as one.</summary>
    public int? Cores { get; init; }

    /// <summary>Recovery rounds so far.</summary>
    public int? Attempt { get; init; }

    /// <summary>Excerpts of logs.</summary>
    public IReadOnlyList<TaskLog> Logs { get; init; } = [];
}
