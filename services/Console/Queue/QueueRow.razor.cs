using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Queue;

/// <summary>A workflow in the queue.</summary>
public sealed partial class QueueRow
{
    [Parameter, EditorRequired] public QueueWorkflow Workflow { get; set; } = null!;

    [Parameter] public DateTimeOffset Now { get; set; }

    [Parameter] public bool IsSelected { get; set; }

    [Parameter] public bool IsExpanded { get; set; }

    [Parameter] public EventCallback OnSelect { get; set; }

    [Parameter] public EventCallback OnExpand { get; set; }

    private string Address => $"workflow/{Uri.EscapeDataString(Workflow.Name)}";

    private string Tasks => $"{Workflow.Cases.Count} {(Workflow.Cases.Count == 1 ? "task" : "tasks")}";

    /// <summary>Begins with what is seen, so that it can be said to a computer that listens.</summary>
    private string TasksLabel => $"{Tasks} of {Workflow.Name}: {(IsExpanded ? "hide" : "show")}";
}
