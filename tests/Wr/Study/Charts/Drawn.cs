using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

/// <summary>A chart read back from its text.</summary>
internal sealed partial class Drawn
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private Drawn(string text) => (Text, Root) = (text, XElement.Parse(text));

    public string Text { get; }

    public XElement Root { get; }

    /// <summary>The charts of every kind, with a label of the caller's everywhere that one is taken.</summary>
    public static IReadOnlyList<Chart> OfEveryKind(string label) =>
    [
        new LineChart(label, new Axis(label) { Unit = label }, new Axis(label), [new Series(label, [new(0, 1), new(1, 2)]) { Trace = Trace.LineAndPoints }])
        {
            References = [Reference.Level(label, 1)],
            Note = label,
        },
        new BarChart(label, new Axis(label), [label], [new BarGroup(label, [new Measured(2, 1, 3)])]) { Mark = new BarMark(label, [1.5]) },
        new StackedBars(label, label, [label], [new StackedPart(label, [1.0]), new StackedPart(label, [3.0])]),
        new HeatMap(label, label, [label], label, [label, "b"], new Axis(label), [[1, 2]]),
        new ColourImage(label, label, [label], label, [label], [new ImagePanel(label, [[0.5]], [[1]])]) { RedName = label, GreenName = label },
    ];

    /// <summary>Charts of every kind without a number.</summary>
    public static IReadOnlyList<Chart> OfNothing() =>
    [
        new LineChart("t", new Axis("x"), new Axis("y"), [new Series("s", [])]),
        new LineChart("t", new Axis("x") { Logarithmic = true }, new Axis("y"), [new Series("s", [new(0, 1)])]),
        new BarChart("t", new Axis("x"), ["a"], [new BarGroup("g", [new(null)])]),
        new BarChart("t", new Axis("x"), [], []),
        new StackedBars("t", "share", ["a"], [new StackedPart("p", [null])]),
        new HeatMap("t", "r", [], "c", [], new Axis("v"), []),
        new ColourImage("t", "r", [], "c", [], []),
    ];

    public static Drawn Of(Chart chart) => new(chart.ToSvg());

    public IEnumerable<XElement> All(string name) => Root.Descendants(Svg + name);

    public IReadOnlyList<string> Labels => [.. All("text").Select(text => text.Value)];

    /// <summary>Rectangles and points that tell their value, by what they tell.</summary>
    public XElement Telling(string tip) => All("title").Single(title => title.Parent != Root && title.Value == tip).Parent!;

    /// <summary>Where a number of the x axis stands; the axis is painted before what is in it.</summary>
    public double TickX(string text) => Number(All("text").First(one => one.Value == text && (string?)one.Attribute("text-anchor") == "middle"), "x");

    /// <summary>The height at which a number of the y axis stands: a third of its letters above its foot.</summary>
    public double TickY(string text) => Number(All("text").Single(one => one.Value == text && (string?)one.Attribute("text-anchor") == "end"), "y") - (0.35 * 12);

    public static double Number(XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    /// <summary>The spots of a path of straight lines.</summary>
    public static IReadOnlyList<(double X, double Y)> Spots(XElement path) =>
    [
        .. Spot().Matches((string)path.Attribute("d")!)
            .Select(match => (double.Parse(match.Groups["x"].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture))),
    ];

    /// <summary>The lines of series: paths that are not filled and not of the page's ink.</summary>
    public IReadOnlyList<XElement> Curves => [.. All("path").Where(path => (string?)path.Attribute("fill") == "none" && (string?)path.Attribute("stroke") != "currentColor")];

    [GeneratedRegex(@"[ML](?<x>-?[0-9.]+) (?<y>-?[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spot();
}
