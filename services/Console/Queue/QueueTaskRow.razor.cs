using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Queue;

/// <summary>A task of a workflow in the queue.</summary>
public sealed partial class QueueTaskRow
{
    [Parameter, EditorRequired] public QueueCase Task { get; set; } = null!;

    [Parameter] public DateTimeOffset Now { get; set; }

    [Parameter] public bool IsSelected { get; set; }

    [Parameter] public EventCallback OnSelect { get; set; }

    private QueueState State => QueueStates.Of(Task, Now);

    private string Address => $"workflow/{Uri.EscapeDataString(Task.Workflow)}";
}
