using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Featurizer.Extraction;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>One task in one round of assistance, with its newest observation.</summary>
internal sealed class EventRow
{
    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }

    /// <summary>What rounds and siblings share, so that they stay on one side of a split.</summary>
    public required string Family { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }
    public DateTimeOffset? ObservedAt { get; set; }

    /// <summary><c>live</c> or <c>import</c>.</summary>
    public required string Source { get; set; }

    /// <summary>The newest observation as JSON; imported events keep their errors in the matrix alone.</summary>
    public required byte[] Observation { get; set; }

    /// <summary>Sites whose status matters for it; empty for imported events, whose readiness is settled.</summary>
    public required string[] Sites { get; set; }

    /// <summary>Number of its newest matrix, from 1.</summary>
    public required int MatrixRevision { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }
    public string? Campaign { get; set; }
    public int? MemoryMb { get; set; }
    public int? Cores { get; set; }
    public long? TotalJobs { get; set; }
    public int? Attempt { get; set; }
    public string? RequestType { get; set; }
    public string? TaskType { get; set; }
    public long? Priority { get; set; }

    /// <summary>The workflow's status where it was reported, e.g. <c>assistance-manual</c>.</summary>
    public string? Status { get; set; }

    public long? FailedJobs { get; set; }

    /// <summary>Takes over what an observation says of the task beside its errors.</summary>
    public void Observe(WorkflowAssistanceRequested reported)
    {
        ObservedAt = reported.ObservedAt;
        (Campaign, RequestType, Attempt) = (StorableText.Of(reported.Campaign), StorableText.Of(reported.RequestType), reported.Attempt);
        (MemoryMb, Cores, TotalJobs) = (reported.MemoryMb, reported.Cores, reported.TotalJobs);
        (TaskType, Status) = (StorableText.Of(reported.TaskType), StorableText.Of(reported.Status));
        (Priority, FailedJobs) = (reported.Priority, reported.FailedJobs);
    }
}
