using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>How sets of models went through their states.</summary>
public partial class MoveTable : ComponentBase
{
    /// <summary>The moves, the newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<KnownMove> Moves { get; set; } = [];
}
