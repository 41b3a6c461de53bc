using WorkflowRecovery.Console.Tests.Cases.Advice;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Console.Tests.Cases.Reading;

/// <summary>The messages about a workflow that no other test has.</summary>
internal sealed class NewCase
{
    public string Workflow { get; init; } = $"pdmvserv_{Guid.NewGuid():N}";

    public string TaskOf(string task = "Production") => $"/{Workflow}/{task}";

    public WorkflowAssistanceRequested Reported(string task = "Production", double hours = 0) => Said.Reported(Workflow) with
    {
        Task = TaskOf(task), ReportedAt = Said.ReportedAt.AddHours(hours),
    };

    public RecoveryRecommended Memory(int revision = 1, string task = "Production", double hours = 0) => Of(Said.Memory(Workflow), revision, task, hours);

    public RecoveryRecommended Blinded(int revision = 1, string task = "Production") => Of(Said.Blinded(Workflow), revision, task, 0);

    private RecoveryRecommended Of(RecoveryRecommended said, int revision, string task, double hours) => said with
    {
        RecommendationId = EventIdentity.Of(Workflow, TaskOf(task), Said.ReportedAt.AddHours(hours)),
        Task = TaskOf(task),
        ReportedAt = Said.ReportedAt.AddHours(hours),
        Revision = revision,
    };
}
