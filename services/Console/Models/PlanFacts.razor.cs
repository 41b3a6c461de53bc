using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>How far the plans of a set can be trusted.</summary>
public partial class PlanFacts : ComponentBase
{
    /// <summary>What was stored of it.</summary>
    [Parameter, EditorRequired]
    public string Json { get; set; } = "";
}
