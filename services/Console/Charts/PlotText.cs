using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace WorkflowRecovery.Console.Charts;

/// <summary>A word within a picture: markup cannot hold SVG's <c>text</c>, which means something else there.</summary>
public sealed class PlotText : ComponentBase
{
    /// <summary>Where it begins, ends or has its middle.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "0";

    /// <summary>Its base line.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "0";

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    /// <summary>A turn; none without it.</summary>
    [Parameter]
    public string? Transform { get; set; }

    /// <summary>The word.</summary>
    [Parameter, EditorRequired]
    public string Word { get; set; } = "";

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "transform", Transform);
        builder.AddContent(5, Word);
        builder.CloseElement();
    }
}
