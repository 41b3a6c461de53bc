using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Queue;

/// <summary>Where an operator says what of the queue to show.</summary>
public sealed partial class QueueFilterBar
{
    [Parameter, EditorRequired] public QueueQuery Query { get; set; } = null!;

    [Parameter, EditorRequired] public QueueChoices Choices { get; set; } = null!;

    [Parameter] public EventCallback<QueueQuery> OnChange { get; set; }

    private Task Give(Func<QueueFilter, QueueFilter> change) => OnChange.InvokeAsync(Query with { Filter = change(Query.Filter) });

    private static string? Text(ChangeEventArgs given) => given.Value is string { Length: > 0 } text ? text : null;

    private static int? Number(ChangeEventArgs given) =>
        int.TryParse(Text(given), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
