using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What was noted of a workflow.</summary>
public sealed partial class NotesPanel
{
    private IReadOnlyList<NoteView> _open = [];
    private IReadOnlyList<NoteView> _closed = [];

    /// <summary>The workflow.</summary>
    [Parameter, EditorRequired]
    public string Workflow { get; set; } = "";

    private protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var notes = await Notes.OfWorkflowAsync(Workflow, cancellationToken);
        (_open, _closed) = ([.. notes.Where(note => note.ClosedAt is null)], [.. notes.Where(note => note.ClosedAt is not null)]);
    }

    private protected override bool Shows(string workflow) => workflow == Workflow;
}
