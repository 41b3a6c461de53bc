using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>Draws a bar chart.</summary>
internal sealed class BarPlot
{
    private const double Cap = 3.5;
    private const double NumberSize = 12;

    private readonly BarChart _chart;
    private readonly Sheet _sheet;
    private readonly Scale _scale;
    private readonly Box _box;
    private readonly double _labels;
    private readonly double _bar;
    private readonly double _category;

    public BarPlot(BarChart chart, Sheet sheet)
    {
        (_chart, _sheet) = (chart, sheet);
        var bars = chart.Groups.SelectMany(group => group.Bars).Where(chart.CanShow).ToList();
        var values = bars.SelectMany(bar => (double?[])[bar.Value, bar.Range?.Low, bar.Range?.High]).Concat(chart.Mark?.Values ?? []);
        _scale = Scale.Of(chart.Value, chart.Value is { Logarithmic: false, From: null } ? values.Append(0) : values, about: 8);
        _labels = RowLabels.Width(chart.Categories);
        _bar = chart.Groups.Count == 1 ? 18 : 14;
        _category = Math.Max(30, (chart.Groups.Count * _bar) + 12);
        if (chart.Groups.Count > 1 || chart.Mark is not null)
            Legend.Paint(sheet, Entries());
        var numbers = bars.Max(bar => Letters.Width(chart.Text(bar.Value!.Value), NumberSize));
        var left = 8 + _labels + 8;
        _box = new Box(left, sheet.Used + 4, sheet.Right - numbers - 12 - left, chart.Categories.Count * _category);
    }

    public void Paint()
    {
        PlotFrame.PaintX(_sheet.Canvas, _scale, _box);
        for (var category = 0; category < _chart.Categories.Count; category++)
            PaintCategory(category, _box.Top + (category * _category));
        _sheet.Canvas.Rectangle(_box, "none", edge: Pen.Axis);
        _sheet.Used = PlotFrame.LabelX(_sheet.Canvas, _chart.Value, _box);
    }

    private void PaintCategory(int category, double top)
    {
        RowLabels.Paint(_sheet.Canvas, new Spot(_box.Left - 8, top + (_category / 2)), _chart.Categories[category], _labels);
        var first = top + ((_category - (_chart.Groups.Count * _bar)) / 2);
        foreach (var (index, group) in _chart.Groups.Index())
        {
            if (_chart.CanShow(group.Bars[category]))
                PaintBar(group.Bars[category], new Box(_box.Left, first + (index * _bar), _box.Width, _bar), index, $"{_chart.Categories[category]}, {group.Name}");
            else
                PaintNumber("–", first + ((index + 0.5) * _bar));
        }

        if (Scale.CanShow(_chart.Value, _chart.Mark?.Values[category]) && _scale.Holds(_chart.Mark!.Values[category]!.Value))
            PaintMark(_sheet.Canvas, At(_chart.Mark.Values[category]!.Value), first - 3, first + (_chart.Groups.Count * _bar) + 3);
    }

    private void PaintBar(Measured bar, Box row, int index, string name)
    {
        var value = bar.Value!.Value;
        var (from, to) = (At(_scale.Logarithmic ? _scale.From : Math.Clamp(0, _scale.From, _scale.To)), At(value));
        var range = bar.Range is { } ends ? $" [{_chart.Text(ends.Low)}, {_chart.Text(ends.High)}]" : "";
        _sheet.Canvas.Rectangle(
            new Box(Math.Min(from, to), row.Top + 1, Math.Abs(to - from), row.Height - 2), Palette.Of(index).Colour, $"{name}: {_chart.Text(value)}{range}");
        PaintNumber(_chart.Text(value), row.Middle.Y);
        if (bar.Range is { } error)
            PaintErrorBar(At(error.Low), At(error.High), row.Middle.Y);
    }

    private void PaintErrorBar(double low, double high, double y)
    {
        foreach (var pen in (Pen[])[new(Palette.Page, 3.6), new(Palette.Ink, 1.4)])
        {
            _sheet.Canvas.Line(new Spot(low, y), new Spot(high, y), pen);
            foreach (var end in (double[])[low, high])
                _sheet.Canvas.Line(new Spot(end, y - Cap), new Spot(end, y + Cap), pen);
        }
    }

    private void PaintNumber(string text, double y) =>
        _sheet.Canvas.Text(new Spot(_sheet.Right, y), text, new Lettering(NumberSize, Anchor.End));

    private static void PaintMark(Canvas canvas, double x, double top, double bottom)
    {
        canvas.Line(new Spot(x, top), new Spot(x, bottom), new Pen(Palette.Page, 5));
        canvas.Line(new Spot(x, top), new Spot(x, bottom), new Pen(Palette.Ink, 2.4));
    }

    private IEnumerable<LegendEntry> Entries()
    {
        var groups = _chart.Groups.Select((group, index) => LegendEntry.Filled(group.Name, Palette.Of(index).Colour));
        return _chart.Mark is { } mark ? groups.Append(new LegendEntry(mark.Name, 8, (canvas, box) => PaintMark(canvas, box.Middle.X, box.Top, box.Bottom))) : groups;
    }

    private double At(double value) => _box.Left + (_box.Width * Math.Clamp(_scale.Share(value), 0, 1));
}
