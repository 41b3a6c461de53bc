using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Console.Models;

/// <summary>The models and what they may do.</summary>
public partial class ModelsPage : ComponentBase
{
    private ModelsView? _view;
    private string _action = "";

    [Inject]
    private ModelReader Reader { get; set; } = null!;

    [Inject]
    private AutomaticReader Automatic { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string SwitchSentence => _view?.Automatic.Moves is [var moved, ..]
        ? $"The switch is {(moved.IsOn ? "on" : "off")} since {Wording.Time(moved.SwitchedAt)}, by {SafeText.Of(moved.SwitchedBy, 100)}{(moved.Why is null ? "" : $": {SafeText.Of(moved.Why, 500)}")}."
        : "The switch was never moved, so it is off.";

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private bool Earned(KnownCell cell) => cell.Record.HasEarned(_view!.Automatic.Policy.Automatic);

    private async Task ReadAsync() => _view = await ModelsView.ReadAsync(Reader, Automatic, Clock.GetUtcNow(), CancellationToken.None);
}
