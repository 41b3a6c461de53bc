using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>A part of every whole; an amount that is missing counts as nothing.</summary>
internal sealed record StackedPart(string Name, IReadOnlyList<double?> Amounts);

/// <summary>What each category consists of: horizontal bars of 100 %, with the whole amount at the right.</summary>
internal sealed record StackedBars(string Title, string Share, IReadOnlyList<string> Categories, IReadOnlyList<StackedPart> Parts) : Chart(Title)
{
    private const double Height = 24;
    private const double Row = 32;
    private const double NumberSize = 12;

    protected override bool HasData => Categories.Index().Any(category => Whole(category.Index) > 0);

    protected override string Describe() => $"{Share}. {string.Join("; ", Categories.Select((category, index) => $"{category}: {Words(index)}"))}.";

    protected override void Check()
    {
        foreach (var part in Parts)
        {
            CheckLength(Categories.Count, part.Amounts.Count, part.Name);
            CheckNotNegative(part);
        }
    }

    protected override void Paint(Sheet sheet)
    {
        Legend.Paint(sheet, Parts.Select((part, index) => LegendEntry.Filled(part.Name, Palette.Of(index).Colour)));
        var labels = RowLabels.Width(Categories);
        var left = 8 + labels + 8;
        var wholes = Categories.Select((_, index) => $"n = {Numbers.Plain(Whole(index))}").ToList();
        var right = sheet.Right - 10 - wholes.Max(text => Letters.Width(text, NumberSize));
        var box = new Box(left, sheet.Used + 4, right - left, Categories.Count * Row);
        var axis = new Axis(Share) { Percent = true, From = 0, To = 1 };
        PlotFrame.PaintX(sheet.Canvas, Scale.Of(axis, [], about: 5), box);
        foreach (var (index, category) in Categories.Index())
        {
            var bar = new Box(left, box.Top + (index * Row) + ((Row - Height) / 2), box.Width, Height);
            RowLabels.Paint(sheet.Canvas, new Spot(left - 8, bar.Middle.Y), category, labels);
            sheet.Canvas.Text(new Spot(sheet.Right, bar.Middle.Y), wholes[index], new Lettering(NumberSize, Anchor.End));
            PaintParts(sheet.Canvas, bar, index);
        }

        sheet.Canvas.Rectangle(box, "none", edge: Pen.Axis);
        sheet.Used = PlotFrame.LabelX(sheet.Canvas, axis, box);
    }

    private void PaintParts(Canvas canvas, Box bar, int category)
    {
        var (whole, before) = (Whole(category), 0.0);
        foreach (var (index, part) in Parts.Index().Where(_ => whole > 0))
        {
            var (share, fill) = (Amount(part, category) / whole, Palette.Of(index));
            var piece = new Box(bar.Left + (bar.Width * before), bar.Top, bar.Width * share, bar.Height);
            before += share;
            if (share is 0)
                continue;
            canvas.Rectangle(piece, fill.Colour, $"{Categories[category]}, {part.Name}: {Numbers.Percent(share, 1)}", new Pen(Palette.Page));
            var text = Numbers.Percent(share, 0);
            if (Letters.Width(text, NumberSize) + 6 <= piece.Width)
                canvas.Text(piece.Middle, text, new Lettering(NumberSize, Anchor.Middle, Colour: fill.OnTop));
        }
    }

    private void CheckNotNegative(StackedPart part)
    {
        if (part.Amounts.Any(amount => amount < 0))
            throw new ArgumentException($"{Title}: {part.Name} has an amount below 0.", nameof(part));
    }

    private double Whole(int category) => Parts.Sum(part => Amount(part, category));

    private string Words(int category) => Whole(category) is 0
        ? "none"
        : string.Join(", ", Parts.Select(part => $"{part.Name} {Numbers.Percent(Amount(part, category) / Whole(category), 1)}"));

    private static double Amount(StackedPart part, int category) => Numbers.Drawable(part.Amounts[category]) ?? 0;
}
