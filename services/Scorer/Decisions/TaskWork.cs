using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What kind of work a task does.</summary>
internal static class TaskWork
{
    private static readonly string[] Recoverable = ["Processing", "Production", "Merge"];
    private static readonly string[] Housekeeping = ["LogCollect", "Cleanup"];

    /// <summary>Whether a recovery of it makes sense; a task of unknown type is none of these.</summary>
    public static bool IsRecoverable(WorkflowAssistanceRequested task) =>
        Recoverable.Contains(task.TaskType, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it only collects logs or cleans up, by its type or by the name at the end of its path.</summary>
    public static bool IsHousekeeping(WorkflowAssistanceRequested task) =>
        Housekeeping.Contains(task.TaskType, StringComparer.OrdinalIgnoreCase)
        || Housekeeping.Any(word => NameOf(task.Task).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The campaign as reported, else as the workflow's name tells it; null when neither does.</summary>
    public static string? CampaignOf(WorkflowAssistanceRequested task) => task.Campaign ?? WorkflowName.Parse(task.Workflow).Campaign;

    /// <summary>The last part of a task's path: what it is called in every round.</summary>
    public static string NameOf(string task) => task[(task.LastIndexOf('/') + 1)..];
}
