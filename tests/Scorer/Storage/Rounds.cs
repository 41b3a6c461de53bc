using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Tests.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>The messages of a workflow that no other test has.</summary>
internal sealed class Rounds
{
    public static readonly DateTimeOffset First = Tasks.ReportedAt;

    public string Workflow { get; } = $"pdmvserv_{Guid.NewGuid():N}";

    public MatrixStored Matrix(int revision = 1, string? cause = null, int code = 85, DateTimeOffset? reportedAt = null, string task = "Production")
    {
        var reported = Tasks.Of(Tasks.Error(code)) with { Workflow = Workflow, Task = $"/{Workflow}/{task}", ReportedAt = reportedAt ?? First };
        var eventId = EventIdentity.Of(Workflow, reported.Task, reported.ReportedAt);
        return new()
        {
            EventId = eventId,
            MatrixId = NameBasedGuid.Of("matrix", eventId, revision),
            MatrixRevision = revision,
            Cause = cause ?? (revision == 1 ? "reported" : "newer counts"),
            Event = reported,
            UnavailableSites = [],
        };
    }

    public OperatorActionRecorded Answer(TimeSpan after, string? task = null) => new()
    {
        Workflow = Workflow, Task = task, RecordedAt = First + after, Action = "acdc",
    };

    /// <summary>An outcome of a task.</summary>
    public RecoveryOutcomeReported Outcome(TimeSpan after, long? failedJobs, string task = "Production") => new()
    {
        Workflow = Workflow, Task = $"/{Workflow}/{task}", ReportedAt = First + after, RecoveredJobs = 10, FailedJobs = failedJobs,
    };

    public WorkflowLeftAssistance Departure(TimeSpan after) => new() { Workflow = Workflow, LeftAt = First + after };
}
