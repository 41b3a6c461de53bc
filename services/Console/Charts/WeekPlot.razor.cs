using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Charts;

/// <summary>A share that was measured week by week.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Class"><c>first</c> or <c>beside</c>: how it is drawn.</param>
/// <param name="Values">Per week; null where nothing was measured.</param>
public sealed record WeekLine(string Name, string Class, IReadOnlyList<double?> Values);

/// <summary>Shares through the weeks.</summary>
public partial class WeekPlot : ComponentBase
{
    private const int Width = 520;
    private const int Height = 140;

    private static readonly double[] Ticks = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>Beginnings of the weeks.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DateTimeOffset> Weeks { get; set; } = [];

    /// <summary>The lines, each with a value per week.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<WeekLine> Lines { get; set; } = [];

    /// <summary>The picture in words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    private static string Y(double share, double more = 0) => LineLayout.Number((Height * (1 - share)) + more);
}
