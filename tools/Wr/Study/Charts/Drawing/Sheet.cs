using System.Xml.Linq;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>The paper of one chart, filled from the top down.</summary>
internal sealed class Sheet(double width)
{
    private const double Edge = 8;
    private const double TitleSize = 15;
    private const double NoteSize = 11.5;

    public Canvas Canvas { get; } = new();

    public double Width { get; } = width;

    /// <summary>How far down the sheet is used.</summary>
    public double Used { get; set; } = Edge;

    public double Right => Width - Edge;

    public void Heading(string title)
    {
        foreach (var line in Letters.Wrap(Letters.Clean(title), TitleSize, Width - (2 * Edge)))
        {
            Canvas.Text(new Spot(Edge, Used + (TitleSize / 2)), line, new Lettering(TitleSize, Bold: true));
            Used += TitleSize + 4;
        }

        Used += 8;
    }

    /// <summary>Sentences beneath, in smaller letters.</summary>
    public void Note(string text)
    {
        foreach (var line in Letters.Wrap(Letters.Clean(text), NoteSize, Width - (2 * Edge)))
        {
            Canvas.Text(new Spot(Edge, Used + NoteSize), line, new Lettering(NoteSize));
            Used += NoteSize + 5;
        }
    }

    public void NoData()
    {
        var box = new Box(Edge, Used, Width - (2 * Edge), 80);
        Canvas.Rectangle(box, "none", edge: Pen.Grid);
        Canvas.Text(box.Middle, "There is no data.", new Lettering(13, Anchor.Middle));
        Used = box.Bottom + 4;
    }

    /// <param name="title">The name of the picture for who does not see it.</param>
    /// <param name="description">What is in it.</param>
    public XElement Finish(string title, string description)
    {
        var (wide, high) = (Numbers.Coordinate(Width), Numbers.Coordinate(Math.Ceiling(Used + Edge)));
        return new XElement(
            Canvas.Svg + "svg",
            new XAttribute("role", "img"),
            new XAttribute("width", wide),
            new XAttribute("height", high),
            new XAttribute("viewBox", $"0 0 {wide} {high}"),
            new XAttribute("font-family", "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"),
            new XElement(Canvas.Svg + "title", Letters.Clean(title)),
            new XElement(Canvas.Svg + "desc", Letters.Clean(description)),
            Canvas.Shapes);
    }
}
