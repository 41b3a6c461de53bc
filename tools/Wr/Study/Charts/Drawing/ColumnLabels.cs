namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Names of columns under a grid: on up to two lines, or turned when that is too narrow.</summary>
internal static class ColumnLabels
{
    private const double Size = 12;
    private const double LineHeight = 14;
    private const double Widest = 150;
    private const double Slant = 0.7071;
    private const int Lines = 2;

    /// <summary>The height that they take.</summary>
    public static double Height(IReadOnlyList<string> names, double columnWidth) => Turned(names, columnWidth)
        ? 18 + (Slant * names.Max(Width))
        : 8 + (LineHeight * names.Max(name => Wrapped(name, columnWidth).Count));

    /// <summary>How far a name reaches out to the left of the first column.</summary>
    public static double Overhang(IReadOnlyList<string> names, double columnWidth) =>
        Turned(names, columnWidth) ? names.Index().Max(name => (Slant * Width(name.Item)) - ((name.Index + 0.5) * columnWidth)) : 0;

    /// <param name="corner">Under the first column, at its left.</param>
    public static void Paint(Canvas canvas, IReadOnlyList<string> names, double columnWidth, Spot corner)
    {
        var turned = Turned(names, columnWidth);
        foreach (var (index, name) in names.Index())
        {
            var x = corner.X + ((index + 0.5) * columnWidth);
            if (turned)
                canvas.Text(new Spot(x, corner.Y + 10), Letters.Fit(Letters.Clean(name), Size, Widest), new Lettering(Size, Anchor.End, Turn: -45));
            else
                PaintLines(canvas, Wrapped(name, columnWidth), new Spot(x, corner.Y + 13));
        }
    }

    private static void PaintLines(Canvas canvas, IReadOnlyList<string> lines, Spot first)
    {
        foreach (var (index, line) in lines.Index())
            canvas.Text(first with { Y = first.Y + (index * LineHeight) }, line, new Lettering(Size, Anchor.Middle));
    }

    private static bool Turned(IReadOnlyList<string> names, double columnWidth) => names.Any(name =>
        Letters.Clean(name).Split(' ').Any(word => Width(word) > columnWidth - 4) || Wrapped(name, columnWidth).Count > Lines);

    private static IReadOnlyList<string> Wrapped(string name, double columnWidth) => Letters.Wrap(Letters.Clean(name), Size, columnWidth - 4);

    private static double Width(string name) => Math.Min(Widest, Letters.Width(Letters.Clean(name), Size));
}
