using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Orders;

/// <summary>All open notes, wherever their workflows went.</summary>
public sealed partial class NotesPage
{
    private IReadOnlyList<NoteView>? _notes;

    /// <summary>The last note of the page before.</summary>
    [SupplyParameterFromQuery]
    public Guid? Before { get; set; }

    private protected override async Task ReadAsync(CancellationToken cancellationToken) => _notes = await Notes.OpenAsync(Before, cancellationToken);

    private protected override bool Shows(string workflow) => true;
}
