namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>A colour to fill with, and one that is read on top of it.</summary>
internal readonly record struct Fill(string Colour, string OnTop);

/// <summary>Colours that people with any colour vision tell apart: those of Okabe and Ito, "Color Universal Design" (2008), with the page's ink for black. A dark page may lighten the blue.</summary>
internal static class Palette
{
    /// <summary>The colour of the text around the chart: dark on a light page, light on a dark one.</summary>
    public const string Ink = "currentColor";

    /// <summary>The colour of the page.</summary>
    public const string Page = "var(--page, Canvas)";

    private static readonly Fill[] Fills =
    [
        new("var(--blue, #0072b2)", "var(--on-blue, #fff)"), new("#d55e00", "#000"), new("#009e73", "#000"), new("#cc79a7", "#000"),
        new("#e69f00", "#000"), new("#56b4e9", "#000"), new(Ink, Page), new("#f0e442", "#000"),
    ];

    private static readonly string?[] Dashes = [null, "8 4", "2 3", "9 3 2 3", "14 4", "5 2", "9 3 2 3 2 3"];

    public static Fill Of(int index) => Fills[index % Fills.Length];

    /// <summary>Colour and dash together differ for the first fifty-six.</summary>
    public static Pen Line(int index) => new(Of(index).Colour, 2, Dashes[index % Dashes.Length]);
}
