using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>Draws colour images: as many beside each other as fit, then a key of both lights.</summary>
internal sealed class ImagePlot
{
    private const double Gap = 18;
    private const double LabelSize = 13;
    private const double NameSize = 12.5;
    private const double NameHeight = 15;
    private const int NameLines = 2;
    private const double BoldIsWider = 1.1;
    private const double NarrowestPanel = 110;
    private const double Key = 90;
    private const int KeySteps = 9;

    private readonly ColourImage _image;
    private readonly Sheet _sheet;
    private readonly double _left;
    private readonly double _labels;
    private readonly double _column;
    private readonly double _row;
    private readonly int _perLine;

    public ImagePlot(ColourImage image, Sheet sheet)
    {
        (_image, _sheet) = (image, sheet);
        _labels = RowLabels.Width(image.Rows);
        _left = 8 + LabelSize + 10 + _labels + 8;
        var room = sheet.Right - _left - Key - 70;
        var fit = Math.Clamp((int)((room + Gap) / (NarrowestPanel + Gap)), 1, image.Panels.Count);
        _perLine = (int)Math.Ceiling(image.Panels.Count / Math.Ceiling((double)image.Panels.Count / fit));
        _column = Math.Clamp(((room + Gap) / _perLine - Gap) / image.Columns.Count, 3, 40);
        _row = Math.Clamp(460.0 / image.Rows.Count, 5, 26);
    }

    private double NamesHeight => 6 + (NameHeight * _image.Panels.Max(panel => Letters.Wrap(Letters.Clean(panel.Name), NameSize, PanelWidth / BoldIsWider, NameLines).Count));

    private double PanelWidth => _column * _image.Columns.Count;

    private double PanelHeight => _row * _image.Rows.Count;

    public void Paint()
    {
        var top = _sheet.Used;
        foreach (var line in _image.Panels.Chunk(_perLine))
            PaintLine(line);
        var keyLeft = _left + (_perLine * (PanelWidth + Gap)) + 34;
        PaintKey(_sheet.Canvas, new Box(keyLeft, top + NamesHeight, Key, Key));
        _sheet.Used = Math.Max(_sheet.Used, top + NamesHeight + Key + 50);
    }

    private void PaintLine(ImagePanel[] panels)
    {
        var (canvas, top) = (_sheet.Canvas, _sheet.Used + NamesHeight);
        foreach (var (index, panel) in panels.Index())
        {
            var box = new Box(_left + (index * (PanelWidth + Gap)), top, PanelWidth, PanelHeight);
            foreach (var (at, name) in Letters.Wrap(Letters.Clean(panel.Name), NameSize, PanelWidth / BoldIsWider, NameLines).Index())
                canvas.Text(new Spot(box.Middle.X, _sheet.Used + 8 + (at * NameHeight)), name, new Lettering(NameSize, Anchor.Middle, Bold: true));
            canvas.Clipped(box, inside => PaintPanel(inside, panel, box), sharp: true);
            canvas.Rectangle(box, "none", edge: Pen.Axis);
            ColumnLabels.Paint(canvas, _image.Columns, _column, new Spot(box.Left, box.Bottom));
        }

        PaintRowLabels(canvas, top);
        var width = (panels.Length * (PanelWidth + Gap)) - Gap;
        var end = top + PanelHeight + ColumnLabels.Height(_image.Columns, _column);
        canvas.Text(new Spot(_left + (width / 2), end + 10), _image.ColumnLabel, new Lettering(LabelSize, Anchor.Middle));
        canvas.Text(new Spot(8 + (LabelSize / 2), top + (PanelHeight / 2)), Letters.Fit(_image.RowLabel, LabelSize, Math.Max(110, PanelHeight)), new Lettering(LabelSize, Anchor.Middle, Turn: -90));
        _sheet.Used = end + 24;
    }

    private void PaintPanel(Canvas canvas, ImagePanel panel, Box box)
    {
        canvas.Rectangle(box, "#000");
        for (var row = 0; row < _image.Rows.Count; row++)
        {
            for (var column = 0; column < _image.Columns.Count; column++)
            {
                var (red, green) = (ColourImage.Light(panel.Red[row][column]), ColourImage.Light(panel.Green[row][column]));
                var colour = ColourRamp.RedAndGreen(red, green);
                if (colour == "#000000")
                    continue;
                var tip = $"{panel.Name}, {_image.Rows[row]}, {_image.Columns[column]}: {_image.RedName} {Numbers.Fixed(red, 2)}, {_image.GreenName} {Numbers.Fixed(green, 2)}";
                canvas.Rectangle(new Box(box.Left + (column * _column), box.Top + (row * _row), _column, _row), colour, tip);
            }
        }
    }

    /// <summary>Every n-th name, so that they do not touch.</summary>
    private void PaintRowLabels(Canvas canvas, double top)
    {
        var every = (int)Math.Ceiling((RowLabels.Size + 1) / _row);
        for (var row = 0; row < _image.Rows.Count; row += every)
        {
            var y = top + ((row + 0.5) * _row);
            RowLabels.Paint(canvas, new Spot(_left - 8, y), _image.Rows[row], _labels, lines: 1);
            canvas.Line(new Spot(_left - 5, y), new Spot(_left, y), Pen.Axis);
        }
    }

    private void PaintKey(Canvas canvas, Box box)
    {
        var step = Key / KeySteps;
        for (var red = 0; red < KeySteps; red++)
        {
            for (var green = 0; green < KeySteps; green++)
            {
                var cell = new Box(box.Left + (green * step), box.Bottom - ((red + 1) * step), step, step);
                canvas.Rectangle(cell, ColourRamp.RedAndGreen((double)red / (KeySteps - 1), (double)green / (KeySteps - 1)));
            }
        }

        canvas.Rectangle(box, "none", edge: Pen.Axis);
        foreach (var (end, text) in new[] { (0.0, "0"), (1.0, "1") })
        {
            canvas.Text(new Spot(box.Left + (Key * end), box.Bottom + 11), text, new Lettering(11, Anchor.Middle));
            canvas.Text(new Spot(box.Left - 5, box.Bottom - (Key * end)), text, new Lettering(11, Anchor.End));
        }

        canvas.Text(new Spot(box.Middle.X, box.Bottom + 27), Letters.Fit(_image.GreenName, 12, Key + 30), new Lettering(12, Anchor.Middle));
        canvas.Text(new Spot(box.Left - 20, box.Middle.Y), Letters.Fit(_image.RedName, 12, Key + 30), new Lettering(12, Anchor.Middle, Turn: -90));
    }
}
