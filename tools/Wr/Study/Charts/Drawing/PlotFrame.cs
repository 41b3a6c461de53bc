namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>The box between two axes, and where values land in it.</summary>
internal sealed record PlotFrame(Box Box, Scale X, Scale Y)
{
    private const double TickSize = 12;
    private const double LabelSize = 13;
    private const double Small = 3;
    private const double Large = 6;

    /// <summary>Lays out a box as wide as the sheet allows beside the numbers of the y axis.</summary>
    public static PlotFrame Under(Sheet sheet, Scale x, Scale y, double height)
    {
        var left = 8 + LabelSize + 14 + y.Ticks.Max(tick => Letters.Width(tick.Text ?? "", TickSize));
        var right = sheet.Right - Math.Max(8, x.Ticks.Max(tick => Letters.Width(tick.Text ?? "", TickSize)) / 2);
        return new PlotFrame(new Box(left, sheet.Used + 6, right - left, height), x, y);
    }

    public Spot Spot(double x, double y) => new(AtX(x), AtY(y));

    public double AtX(double value) => Box.Left + (Box.Width * X.Share(value));

    public double AtY(double value) => Box.Bottom - (Box.Height * Y.Share(value));

    /// <summary>Frame, marks, numbers and labels.</summary>
    public void Paint(Sheet sheet, Axis x, Axis y)
    {
        foreach (var tick in Y.Ticks)
            PaintY(sheet.Canvas, tick);
        PaintX(sheet.Canvas, X, Box);
        sheet.Canvas.Rectangle(Box, "none", edge: Pen.Axis);
        sheet.Canvas.Text(new Spot(8 + (LabelSize / 2), Box.Middle.Y), Letters.Fit(y.Text, LabelSize, Box.Height), new Lettering(LabelSize, Anchor.Middle, Turn: -90));
        sheet.Used = LabelX(sheet.Canvas, x, Box);
    }

    /// <summary>Grid, marks and numbers of a horizontal axis; a number that would touch its neighbour is left out.</summary>
    public static void PaintX(Canvas canvas, Scale scale, Box box)
    {
        var free = double.MinValue;
        foreach (var tick in scale.Ticks)
        {
            var at = box.Left + (box.Width * scale.Share(tick.Value));
            var length = tick.Text is null ? Small : Large;
            if (tick.Text is not null)
                canvas.Line(new Spot(at, box.Top), new Spot(at, box.Bottom), Pen.Grid);
            canvas.Line(new Spot(at, box.Bottom), new Spot(at, box.Bottom - length), Pen.Axis);
            var half = Letters.Width(tick.Text ?? "", TickSize) / 2;
            if (tick.Text is null || at - half < free)
                continue;
            canvas.Text(new Spot(at, box.Bottom + 14), tick.Text, new Lettering(TickSize, Anchor.Middle));
            free = at + half + 6;
        }
    }

    /// <summary>The name of a horizontal axis under its numbers.</summary>
    /// <returns>How far down it reaches.</returns>
    public static double LabelX(Canvas canvas, Axis axis, Box box)
    {
        canvas.Text(new Spot(box.Middle.X, box.Bottom + 34), Letters.Fit(axis.Text, LabelSize, box.Right), new Lettering(LabelSize, Anchor.Middle));
        return box.Bottom + 46;
    }

    private void PaintY(Canvas canvas, Tick tick)
    {
        var at = AtY(tick.Value);
        var length = tick.Text is null ? Small : Large;
        canvas.Line(new Spot(Box.Left, at), new Spot(Box.Left + length, at), Pen.Axis);
        if (tick.Text is null)
            return;
        canvas.Line(new Spot(Box.Left, at), new Spot(Box.Right, at), Pen.Grid);
        canvas.Text(new Spot(Box.Left - 7, at), tick.Text, new Lettering(TickSize, Anchor.End));
    }
}
