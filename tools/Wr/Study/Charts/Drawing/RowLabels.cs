namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Names of rows, right-aligned in a column at the left.</summary>
internal static class RowLabels
{
    public const double Size = 12;
    private const double Widest = 230;

    /// <summary>The width of the column.</summary>
    public static double Width(IEnumerable<string> names) => Math.Min(Widest, names.Max(name => Letters.Width(Letters.Clean(name), Size)) + 2);

    /// <summary>A name on up to two lines, cut beyond; it ends at the given place.</summary>
    public static void Paint(Canvas canvas, Spot end, string name, double width, int lines = 2)
    {
        var wrapped = Letters.Wrap(Letters.Clean(name), Size, width, lines);
        var top = end.Y - ((wrapped.Count - 1) * (Size + 1) / 2);
        foreach (var (index, line) in wrapped.Index())
            canvas.Text(new Spot(end.X, top + (index * (Size + 1))), line, new Lettering(Size, Anchor.End));
    }
}
