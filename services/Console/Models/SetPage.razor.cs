using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>One set of models.</summary>
public partial class SetPage : ComponentBase
{
    private bool _isRead;
    private KnownSet? _set;
    private IReadOnlyList<KnownModel> _models = [];
    private IReadOnlyList<KnownMove> _moves = [];

    /// <summary>The training that it comes from.</summary>
    [Parameter]
    public Guid RunId { get; set; }

    [Inject]
    private ModelReader Reader { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _set = await Reader.SetAsync(RunId, CancellationToken.None);
        _models = await Reader.ModelsAsync(RunId, CancellationToken.None);
        _moves = await Reader.MovesAsync(RunId, CancellationToken.None);
        _isRead = true;
    }
}
