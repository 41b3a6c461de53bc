using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Audit;

public sealed partial class AuditPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private AuditFilter _filter = AuditFilter.Of(null, null, null, null);
    private AuditLines? _page;

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    [SupplyParameterFromQuery]
    public string? What { get; set; }

    [SupplyParameterFromQuery]
    public string? Workflow { get; set; }

    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [Inject]
    private AuditReader Reader { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = AuditFilter.Of(Who, What, Workflow, Before);
        _page = await Reader.ReadAsync(_filter, _gone.Token);
    }
}
