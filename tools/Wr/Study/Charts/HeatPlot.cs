using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>Draws a heat map.</summary>
internal sealed class HeatPlot
{
    private const double LabelSize = 13;
    private const double FigureSize = 12;
    private const double SmallestFigure = 8.5;
    private const double KeyWidth = 14;
    private const int KeySteps = 60;

    private readonly HeatMap _map;
    private readonly Sheet _sheet;
    private readonly Scale _scale;
    private readonly double _labels;
    private readonly double _figure;
    private readonly Box _cell;
    private readonly Box _box;

    public HeatPlot(HeatMap map, Sheet sheet)
    {
        (_map, _sheet) = (map, sheet);
        _scale = Scale.Of(map.Colour, map.Values.SelectMany(row => row), about: 5);
        _labels = RowLabels.Width(map.Rows);
        var key = KeyWidth + 50 + LabelSize + _scale.Ticks.Max(tick => Letters.Width(tick.Text ?? "", FigureSize));
        var left = 8 + LabelSize + 10 + _labels + 8;
        var width = Math.Clamp((sheet.Right - left - key) / map.Columns.Count, 8, 110);
        left += Math.Max(0, ColumnLabels.Overhang(map.Columns, width) - left + 12);
        _cell = new Box(0, 0, width, Math.Clamp(width * 0.5, 22, 40));
        _figure = Math.Min(FigureSize, FigureSize * (width - 4) / map.Values.Max(row => row.Max(value => Letters.Width(Figure(value), FigureSize))));
        _box = new Box(left, sheet.Used + 4, width * map.Columns.Count, _cell.Height * map.Rows.Count);
    }

    public void Paint()
    {
        var canvas = _sheet.Canvas;
        foreach (var (index, row) in _map.Rows.Index())
        {
            RowLabels.Paint(canvas, new Spot(_box.Left - 8, _box.Top + ((index + 0.5) * _cell.Height)), row, _labels, _cell.Height < 28 ? 1 : 2);
            for (var column = 0; column < _map.Columns.Count; column++)
                PaintCell(canvas, index, column);
        }

        canvas.Rectangle(_box, "none", edge: Pen.Axis);
        ColumnLabels.Paint(canvas, _map.Columns, _cell.Width, new Spot(_box.Left, _box.Bottom));
        var end = _box.Bottom + ColumnLabels.Height(_map.Columns, _cell.Width);
        canvas.Text(new Spot(_box.Middle.X, end + 10), _map.ColumnLabel, new Lettering(LabelSize, Anchor.Middle));
        canvas.Text(new Spot(8 + (LabelSize / 2), _box.Middle.Y), Letters.Fit(_map.RowLabel, LabelSize, Math.Max(110, _box.Height)), new Lettering(LabelSize, Anchor.Middle, Turn: -90));
        PaintKey(canvas, new Box(_box.Right + 22, _box.Top, KeyWidth, Math.Max(110, _box.Height)));
        _sheet.Used = Math.Max(end + 24, _box.Top + 120);
    }

    private void PaintCell(Canvas canvas, int row, int column)
    {
        var box = new Box(_box.Left + (column * _cell.Width), _box.Top + (row * _cell.Height), _cell.Width, _cell.Height);
        var value = Numbers.Drawable(_map.Values[row][column]);
        var fill = Scale.CanShow(_map.Colour, value) ? ColourRamp.Of(_scale.Share(value!.Value)) : new Fill("none", Palette.Ink);
        var text = Figure(value);
        canvas.Rectangle(box, fill.Colour, $"{_map.Rows[row]}, {_map.Columns[column]}: {text}", new Pen(Palette.Page));
        if (_figure >= SmallestFigure)
            canvas.Text(box.Middle, text, new Lettering(_figure, Anchor.Middle, Colour: fill.OnTop));
    }

    private string Figure(double? value) => Numbers.Drawable(value) is { } number ? _map.Text(number) : "–";

    private void PaintKey(Canvas canvas, Box box)
    {
        var step = box.Height / KeySteps;
        for (var index = 0; index < KeySteps; index++)
            canvas.Rectangle(new Box(box.Left, box.Bottom - ((index + 1) * step), box.Width, step + 0.5), ColourRamp.Of((index + 0.5) / KeySteps).Colour);
        canvas.Rectangle(box, "none", edge: Pen.Axis);
        foreach (var tick in _scale.Ticks.Where(tick => tick.Text is not null))
        {
            var y = box.Bottom - (box.Height * _scale.Share(tick.Value));
            canvas.Line(new Spot(box.Right, y), new Spot(box.Right + 4, y), Pen.Axis);
            canvas.Text(new Spot(box.Right + 8, y), tick.Text!, new Lettering(FigureSize));
        }

        var beside = box.Right + 18 + _scale.Ticks.Max(tick => Letters.Width(tick.Text ?? "", FigureSize));
        canvas.Text(new Spot(beside, box.Middle.Y), Letters.Fit(_map.Colour.Text, LabelSize, box.Height), new Lettering(LabelSize, Anchor.Middle, Turn: -90));
    }
}
