using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>How often what operators ordered had not been ruled out, by set of models.</summary>
public partial class CoveragePart : ComponentBase
{
    /// <summary>The newest answers first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<LiveCoverage> Coverage { get; set; } = [];
}
