using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Charts;

/// <summary>How a site's state went.</summary>
public partial class StatusStrip : ComponentBase
{
    /// <summary>The stretches, one after the other.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Stretch> Stretches { get; set; } = [];

    /// <summary>What the strip is of.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Whether each stretch tells of itself when it is pointed at; a long list of strips does without.</summary>
    [Parameter]
    public bool Tells { get; set; } = true;
}
