using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Charts;

/// <summary>A small line that shows how a number went, without axes.</summary>
public partial class SparkLine : ComponentBase
{
    /// <summary>The number per day, the oldest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<long> Values { get; set; } = [];

    /// <summary>The same in words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    private IReadOnlyList<string> Stretches =>
        LineLayout.Stretches([.. Values.Select(value => (double?)value)], Values.DefaultIfEmpty(0).Max(), 100, 20);
}
