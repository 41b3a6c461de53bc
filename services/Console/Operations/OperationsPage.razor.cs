using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Operations;

/// <summary>How the whole of it runs.</summary>
public partial class OperationsPage : ComponentBase
{
    private OperationsView? _view;

    [Inject]
    private OperationsViews Views { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _view = await Views.ReadAsync(CancellationToken.None);
}
