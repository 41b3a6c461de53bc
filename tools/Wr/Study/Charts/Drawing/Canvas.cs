using System.Xml.Linq;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Shapes in the order in which they are painted. All text passes here and is cleaned; no ids, no style attributes, so that charts can share a page with a strict policy.</summary>
internal sealed class Canvas
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly List<XElement> _shapes = [];

    public IReadOnlyList<XElement> Shapes => _shapes;

    public void Line(Spot from, Spot to, Pen pen) =>
        Add("line", null, [("x1", Of(from.X)), ("y1", Of(from.Y)), ("x2", Of(to.X)), ("y2", Of(to.Y)), .. Stroke(pen)]);

    public void Rectangle(Box box, string fill, string? tip = null, Pen? edge = null) => Add(
        "rect", tip, [("x", Of(box.Left)), ("y", Of(box.Top)), ("width", Of(box.Width)), ("height", Of(box.Height)), ("fill", fill), .. edge is null ? [] : Stroke(edge)]);

    public void Path(string data, Pen pen) => Add("path", null, [("d", data), ("fill", "none"), ("stroke-linejoin", "round"), .. Stroke(pen)]);

    public void Area(string data, string fill, double opacity = 1, string? tip = null) =>
        Add("path", tip, [("d", data), ("fill", fill), .. opacity < 1 ? [("fill-opacity", Of(opacity))] : Array.Empty<(string, string)>()]);

    public void Text(Spot at, string text, Lettering lettering)
    {
        var drop = lettering.Centred ? 0.35 * lettering.Size : 0;
        var element = Add("text", null,
        [
            ("x", Of(at.X)), ("y", Of(at.Y + drop)), ("font-size", Of(lettering.Size)), ("fill", lettering.Colour),
            .. lettering.Anchor is Anchor.Start ? [] : new[] { ("text-anchor", lettering.Anchor is Anchor.Middle ? "middle" : "end") },
            .. lettering.Bold ? [("font-weight", "600")] : Array.Empty<(string, string)>(),
            .. lettering.Turn is 0 ? [] : new[] { ("transform", $"rotate({Of(lettering.Turn)} {Of(at.X)} {Of(at.Y)})") },
        ]);
        element.Add(Letters.Clean(text));
    }

    /// <summary>What is painted inside is cut at the edges of the box.</summary>
    /// <param name="sharp">Edges fall on whole pixels, so that nothing shines through between neighbours.</param>
    public void Clipped(Box box, Action<Canvas> paint, bool sharp = false)
    {
        var inner = new Canvas();
        paint(inner);
        var element = Add("svg", null,
        [
            ("x", Of(box.Left)), ("y", Of(box.Top)), ("width", Of(box.Width)), ("height", Of(box.Height)),
            ("viewBox", $"{Of(box.Left)} {Of(box.Top)} {Of(box.Width)} {Of(box.Height)}"), ("overflow", "hidden"),
            .. sharp ? [("shape-rendering", "crispEdges")] : Array.Empty<(string, string)>(),
        ]);
        element.Add(inner.Shapes);
    }

    private XElement Add(string name, string? tip, IEnumerable<(string Name, string Value)> attributes)
    {
        var element = new XElement(Svg + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)));
        if (tip is not null)
            element.Add(new XElement(Svg + "title", Letters.Clean(tip)));
        _shapes.Add(element);
        return element;
    }

    private static IEnumerable<(string Name, string Value)> Stroke(Pen pen)
    {
        yield return ("stroke", pen.Colour);
        yield return ("stroke-width", Of(pen.Width));
        if (pen.Dash is { } dash)
            yield return ("stroke-dasharray", dash);
        if (pen.Opacity < 1)
            yield return ("stroke-opacity", Of(pen.Opacity));
    }

    private static string Of(double value) => Numbers.Coordinate(value);
}
