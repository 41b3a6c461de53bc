using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Charts;

/// <summary>A curve in the unit square with its diagonal: a ROC curve, or a reliability diagram.</summary>
public partial class UnitPlot : ComponentBase
{
    private const int Size = 200;

    private static readonly double[] Ticks = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>The points, from left to right.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CurvePoint> Points { get; set; } = [];

    /// <summary>What stands below.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The picture in words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Title of the lower axis.</summary>
    [Parameter, EditorRequired]
    public string Across { get; set; } = "";

    /// <summary>Title of the left axis.</summary>
    [Parameter, EditorRequired]
    public string Upward { get; set; } = "";

    /// <summary>Whether the points are one line.</summary>
    [Parameter]
    public bool Joined { get; set; } = true;

    private static string At(double share, double more = 0) => LineLayout.Number((Size * Math.Clamp(share, 0, 1)) + more);
}
