using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Errors;

/// <summary>One error code.</summary>
public partial class ErrorPage : ComponentBase
{
    private const int MostSites = 100;

    private KnownCode? _known;
    private string? _note;
    private IReadOnlyList<OrderShare> _orders = [];

    /// <summary>The code.</summary>
    [Parameter]
    public int Code { get; set; }

    [Inject]
    private FailureBook Book { get; set; } = null!;

    [Inject]
    private CodeReader Reader { get; set; } = null!;

    /// <summary>What a rule that always orders the commonest would get right here.</summary>
    private string Constant => _orders.MaxBy(order => order.ShareOfAll) is { ShareOfAll: > 0 } constant
        ? $"Always answering \"{constant.Order}\", the commonest order of all, would be right for {Wording.Share(constant.Share)} of these."
        : "";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _orders = OrderShare.Of(await Reader.OrdersAsync(Code, CancellationToken.None), await Reader.AllOrdersAsync(CancellationToken.None));
        _note = ErrorCatalogue.Find(Code)?.MeaningNote;
        var sums = Book.Last;
        _known = KnownCode.Of(Code, sums.Week.Of(Code), sums.Month.Of(Code));
    }
}
