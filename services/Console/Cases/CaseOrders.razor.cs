using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Orders;

namespace WorkflowRecovery.Console.Cases;

/// <summary>What was ordered for a case, and the forms to order something, to escalate and to wait.</summary>
public partial class CaseOrders
{
    private OrderStatus? _status;
    private OrderForm? _form;

    /// <summary>The case.</summary>
    [Parameter]
    public Guid CaseId { get; set; }

    /// <summary>Its workflow.</summary>
    [Parameter, EditorRequired]
    public string Workflow { get; set; } = "";

    /// <summary>Something was ordered, or an order has come to another state.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private async Task ChangedAsync()
    {
        await OnChanged.InvokeAsync();
        if (_form is not null)
            await _form.LookAgainAsync();
    }

    // The status has equal parameters before and after an order, so it would not look again by itself.
    private async Task OrderedAsync()
    {
        await OnChanged.InvokeAsync();
        if (_status is not null)
            await _status.RefreshAsync();
    }
}
