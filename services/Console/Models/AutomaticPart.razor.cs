using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Console.Models;

/// <summary>What may be done without an operator.</summary>
public partial class AutomaticPart : ComponentBase
{
    /// <summary>How it stands.</summary>
    [Parameter, EditorRequired]
    public AutomaticStanding Standing { get; set; } = null!;

    /// <summary>Told when the switch was moved.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnMoved { get; set; }

    private string SwitchSentence => Standing.Moves is [var moved, ..]
        ? $"The switch is {(moved.IsOn ? "on" : "off")} since {Wording.Time(moved.SwitchedAt)}, by {SafeText.Of(moved.SwitchedBy, 100)}{(moved.Why is null ? "" : $": {SafeText.Of(moved.Why, 500)}")}."
        : "The switch was never moved, so it is off.";

    private bool Earned(KnownCell cell) => cell.Record.HasEarned(Standing.Policy.Automatic);
}
