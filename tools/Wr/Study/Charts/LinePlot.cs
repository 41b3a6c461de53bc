using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>Draws a line chart: bands lowest, then what is compared with, lines, error bars and points.</summary>
internal sealed class LinePlot
{
    private const double Cap = 4;
    private const int BendsOnLog = 64;

    private static readonly Pen Compared = new(Palette.Ink, 1.3, "1 4");

    private readonly LineChart _chart;
    private readonly Sheet _sheet;
    private readonly PlotFrame _frame;

    public LinePlot(LineChart chart, Sheet sheet)
    {
        (_chart, _sheet) = (chart, sheet);
        var shown = chart.Series.SelectMany(series => series.Points).Where(chart.CanShow).ToList();
        var x = Scale.Of(chart.X, shown.Select(point => (double?)point.X), about: 8);
        var levels = chart.References.Where(reference => reference.Slope is 0).Select(reference => (double?)reference.Offset);
        var y = Scale.Of(chart.Y, [.. shown.SelectMany(point => (double?[])[point.Y.Value, point.Y.Range?.Low, point.Y.Range?.High]), .. levels]);
        Legend.Paint(sheet, Entries());
        _frame = PlotFrame.Under(sheet, x, y, chart.PlotHeight);
    }

    public void Paint()
    {
        _frame.Paint(_sheet, _chart.X, _chart.Y);
        _sheet.Canvas.Clipped(_frame.Box, PaintClipped);
        for (var index = 0; index < _chart.Series.Count; index++)
            PaintPoints(_chart.Series[index], index);
        var left = _chart.Series.Sum(series => series.Points.Count(LeftOut));
        if (left > 0)
            _sheet.Note($"{left} {(left == 1 ? "point is" : "points are")} not shown: zero or less has no place on a logarithmic axis.");
    }

    private void PaintClipped(Canvas canvas)
    {
        for (var index = 0; index < _chart.Series.Count; index++)
            PaintBand(canvas, _chart.Series[index], index);
        foreach (var reference in _chart.References)
            canvas.Path(PathData.Open(Spots(reference)), Compared);
        foreach (var (index, series) in _chart.Series.Index().Where(one => one.Item.Trace is not Trace.Points))
        {
            foreach (var run in Runs(series, _chart.CanShow))
                canvas.Path(PathData.Open(run.Select(point => _frame.Spot(point.X, point.Y.Value!.Value))), Palette.Line(index));
        }
    }

    private void PaintBand(Canvas canvas, Series series, int index)
    {
        if (series.ErrorBars)
            return;
        foreach (var run in Runs(series, point => _chart.CanShow(point) && point.Y.Range is not null))
        {
            var above = PathData.Thinned(run.Select(point => _frame.Spot(point.X, point.Y.Range!.Value.High)));
            var below = PathData.Thinned(run.AsEnumerable().Reverse().Select(point => _frame.Spot(point.X, point.Y.Range!.Value.Low)));
            canvas.Area(PathData.Closed([.. above, .. below]), Palette.Of(index).Colour, 0.18);
        }
    }

    private void PaintPoints(Series series, int index)
    {
        var colour = Palette.Of(index).Colour;
        foreach (var point in series.Points.Where(point => _chart.CanShow(point) && _frame.X.Holds(point.X)))
        {
            var (at, value) = (_frame.AtX(point.X), point.Y.Value!.Value);
            if (series.ErrorBars && point.Y.Range is { } range)
                PaintErrorBar(at, range, new Pen(colour, 1.4));
            if (series.Trace is not Trace.Line && _frame.Y.Holds(value))
                Marker.Paint(_sheet.Canvas, new Spot(at, _frame.AtY(value)), index, colour, $"{series.Name}: {Numbers.Plain(point.X)}, {Numbers.Plain(value)}", series.Trace is Trace.Points ? 0.75 : 1);
        }
    }

    private void PaintErrorBar(double at, (double Low, double High) range, Pen pen)
    {
        var box = _frame.Box;
        var (bottom, top) = (Math.Clamp(_frame.AtY(range.Low), box.Top, box.Bottom), Math.Clamp(_frame.AtY(range.High), box.Top, box.Bottom));
        _sheet.Canvas.Line(new Spot(at, bottom), new Spot(at, top), pen);
        foreach (var end in (double[])[bottom, top])
            _sheet.Canvas.Line(new Spot(at - Cap, end), new Spot(at + Cap, end), pen);
    }

    private IEnumerable<Spot> Spots(Reference reference)
    {
        var bends = _chart.X.Logarithmic || _chart.Y.Logarithmic ? BendsOnLog : 1;
        return from bend in Enumerable.Range(0, bends + 1)
               let share = (double)bend / bends
               let x = _frame.X.Logarithmic ? _frame.X.From * Math.Pow(_frame.X.To / _frame.X.From, share) : _frame.X.From + ((_frame.X.To - _frame.X.From) * share)
               select _frame.Spot(x, reference.Offset + (reference.Slope * x));
    }

    private IEnumerable<LegendEntry> Entries() =>
    [
        .. _chart.Series.Select((series, index) => LegendEntry.Drawn(series.Name, (canvas, box) =>
        {
            var middle = box.Middle;
            if (series.Trace is not Trace.Points)
                canvas.Line(new Spot(box.Left, middle.Y), new Spot(box.Right, middle.Y), Palette.Line(index));
            if (series.Trace is not Trace.Line)
                Marker.Paint(canvas, middle, index, Palette.Of(index).Colour);
        })),
        .. _chart.References.Select(reference => LegendEntry.Drawn(
            reference.Name, (canvas, box) => canvas.Line(new Spot(box.Left, box.Middle.Y), new Spot(box.Right, box.Middle.Y), Compared))),
    ];

    /// <summary>A finite point with no place, because an axis is logarithmic.</summary>
    private bool LeftOut(Point point) =>
        Numbers.Drawable(point.X) is not null && Numbers.Drawable(point.Y.Value) is not null && !_chart.CanShow(point);

    /// <summary>Neighbours that can all be shown.</summary>
    private static IEnumerable<List<Point>> Runs(Series series, Func<Point, bool> shown)
    {
        var run = new List<Point>();
        foreach (var point in series.Points)
        {
            if (shown(point))
            {
                run.Add(point);
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }
}
