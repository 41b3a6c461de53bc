using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>The natural key of a message, and what goes on to the other services; <see cref="Passed"/> is null for what is only kept.</summary>
internal sealed record Acceptance(string Kind, string KeyText, Guid Key, string? RoutingKey, object? Passed)
{
    public static Acceptance Of(object message) => message switch
    {
        SiteStatusChanged m => new(nameof(SiteStatusChanged), $"site {m.Site}, effectiveAt {m.EffectiveAt:O}, source {m.Source}",
            NameBasedGuid.Of("site.status", m.Site, m.EffectiveAt, m.Source), InsideKeys.SiteStatusAccepted, new SiteStatusAccepted(m)),
        OperatorActionRecorded m => new(nameof(OperatorActionRecorded), $"workflow {m.Workflow}, task {m.Task}, recordedAt {m.RecordedAt:O}",
            KeyOf(m.Workflow, m.Task, m.RecordedAt), InsideKeys.OperatorActionAccepted, new OperatorActionAccepted(m)),
        RecoveryActionTaken m => new(nameof(RecoveryActionTaken), $"recommendationId {m.RecommendationId}, revision {m.Revision}, result {m.Result}",
            NameBasedGuid.Of("action.taken", m.RecommendationId, m.Revision, m.Result), InsideKeys.ActionTakenAccepted, new ActionTakenAccepted(m)),
        RecoveryOutcomeReported m => new(nameof(RecoveryOutcomeReported), $"workflow {m.Workflow}, task {m.Task}, reportedAt {m.ReportedAt:O}, attempt {m.Attempt}",
            NameBasedGuid.Of("action.outcome", m.Workflow, m.Task, m.ReportedAt, m.Attempt), InsideKeys.OutcomeAccepted, new OutcomeAccepted(m)),
        WorkflowLeftAssistance m => new(nameof(WorkflowLeftAssistance), $"workflow {m.Workflow}, leftAt {m.LeftAt:O}",
            NameBasedGuid.Of("workflow.left", m.Workflow, m.LeftAt), InsideKeys.DepartureAccepted, new DepartureAccepted(m)),
        _ => throw new ArgumentException($"{message.GetType()} has no natural key", nameof(message)),
    };

    /// <summary>The key of an operator's action.</summary>
    public static Guid KeyOf(string workflow, string? task, DateTimeOffset recordedAt) => NameBasedGuid.Of("action.recorded", workflow, task, recordedAt);
}
