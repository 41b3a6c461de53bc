namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>A name and the sample drawn before it.</summary>
internal sealed record LegendEntry(string Name, double SampleWidth, Action<Canvas, Box> Sample)
{
    private const double LineWidth = 34;
    private const double FillWidth = 18;

    public static LegendEntry Drawn(string name, Action<Canvas, Box> sample) => new(name, LineWidth, sample);

    public static LegendEntry Filled(string name, string colour) =>
        new(name, FillWidth, (canvas, box) => canvas.Rectangle(new Box(box.Left, box.Top + 2, box.Width, box.Height - 4), colour));
}

/// <summary>Names of what is drawn, in rows above the picture.</summary>
internal static class Legend
{
    private const double Size = 12;
    private const double Left = 8;
    private const double RowHeight = 19;
    private const double Gap = 18;

    public static void Paint(Sheet sheet, IEnumerable<LegendEntry> entries)
    {
        var (x, top) = (Left, sheet.Used);
        foreach (var entry in entries)
        {
            var name = Letters.Fit(Letters.Clean(entry.Name), Size, sheet.Right - Left - entry.SampleWidth - 6);
            var width = entry.SampleWidth + 6 + Letters.Width(name, Size);
            if (x > Left && x + width > sheet.Right)
                (x, top) = (Left, top + RowHeight);
            entry.Sample(sheet.Canvas, new Box(x, top + 1, entry.SampleWidth, RowHeight - 4));
            sheet.Canvas.Text(new Spot(x + entry.SampleWidth + 6, top + (RowHeight / 2) - 1), name, new Lettering(Size));
            x += width + Gap;
        }

        sheet.Used = top + RowHeight + 4;
    }
}
