using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>The models and what they may do.</summary>
public partial class ModelsPage : ComponentBase
{
    private ModelsView? _view;

    [Inject]
    private ModelReader Reader { get; set; } = null!;

    [Inject]
    private AutomaticReader Automatic { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _view = await ModelsView.ReadAsync(Reader, Automatic, Clock.GetUtcNow(), CancellationToken.None);
}
