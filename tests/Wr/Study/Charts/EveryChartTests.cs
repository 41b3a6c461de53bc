using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class EveryChartTests
{
    private const string Hostile = "</svg><script>alert(1)</script>\"'&amp;\u0000\u0007\u202E\uD800\uFFFE";

    public static TheoryData<int> Kinds { get; } = [.. Enumerable.Range(0, Drawn.OfEveryKind("a").Count)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_name_from_outside_stays_text(int kind)
    {
        var drawn = Drawn.Of(Drawn.OfEveryKind(Hostile)[kind]);

        Assert.DoesNotContain("<script", drawn.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(drawn.Text, letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u202E' or '\uFFFE');
        Assert.StartsWith("</svg><script>", (string)drawn.Root.Elements().First(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Who_does_not_see_the_picture_is_told_its_name_and_its_numbers(int kind)
    {
        var root = Drawn.Of(Drawn.OfEveryKind("a label")[kind]).Root;

        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.Equal("a label", root.Elements().First().Value);
        Assert.Matches("[0-9]", root.Elements().ElementAt(1).Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_strict_policy_finds_nothing_to_forbid(int kind)
    {
        var drawn = Drawn.Of(Drawn.OfEveryKind("a")[kind]);
        var attributes = drawn.Root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();

        Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName is "style" or "href" or "id" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(attributes, attribute => attribute.Value.Contains("url(", StringComparison.Ordinal) || attribute.Value.Contains("//", StringComparison.Ordinal));
        Assert.DoesNotContain(drawn.Root.Descendants(), element => element.Name.LocalName is "script" or "style" or "image" or "use" or "foreignObject");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_input_gives_the_same_text(int kind) =>
        Assert.Equal(Drawn.OfEveryKind("a")[kind].ToSvg(), Drawn.OfEveryKind("a")[kind].ToSvg());

    [Fact]
    public void A_chart_without_a_number_says_so() => Assert.All(Drawn.OfNothing(), chart =>
    {
        var drawn = Drawn.Of(chart);
        Assert.Contains("There is no data.", drawn.Labels);
        Assert.Equal("There is no data.", drawn.Root.Elements().ElementAt(1).Value);
    });

    [Fact]
    public void What_is_not_a_number_is_never_written()
    {
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, -0.0, 0, 1];
        double?[] values = [.. odd, null];
        Measured[] bars = [.. values.Select(value => new Measured(value, double.NaN, double.PositiveInfinity))];
        string[] names = [.. values.Select((_, index) => $"{index}")];
        Chart[] charts =
        [
            new LineChart("t", new Axis("x"), new Axis("y"), [new Series("s", [.. odd.SelectMany(x => values.Select(y => new Point(x, y, x, y)))])]),
            new LineChart("t", new Axis("x") { Logarithmic = true }, new Axis("y") { Logarithmic = true }, [new Series("s", [.. odd.SelectMany(x => values.Select(y => new Point(x, y, x, y)))]) { ErrorBars = true, Trace = Trace.Points }]),
            new BarChart("t", new Axis("x"), names, [new BarGroup("g", bars)]) { Mark = new BarMark("m", values) },
            new StackedBars("t", "share", names, [new StackedPart("p", [.. values.Select(value => value < 0 ? 0 : value)])]),
            new HeatMap("t", "r", ["row"], "c", names, new Axis("v"), [values]),
            new HeatMap("t", "r", ["row"], "c", names, new Axis("v") { Logarithmic = true }, [values]),
            new ColourImage("t", "r", ["row"], "c", [.. names[..^1]], [new ImagePanel("p", [odd], [odd])]),
        ];

        Assert.All(charts, chart => Assert.False(Regex.IsMatch(Drawn.Of(chart).Text, "NaN|Infinity|∞|[0-9]E[+-]?[0-9]", RegexOptions.None, TimeSpan.FromSeconds(5)), chart.ToString()));
    }

    [Fact]
    public void A_list_that_does_not_fit_its_labels_is_refused()
    {
        Chart[] charts =
        [
            new BarChart("t", new Axis("x"), ["a", "b"], [new BarGroup("g", [1.0])]),
            new BarChart("t", new Axis("x"), ["a"], [new BarGroup("g", [1.0])]) { Mark = new BarMark("m", []) },
            new StackedBars("t", "share", ["a"], [new StackedPart("p", [1, 2])]),
            new StackedBars("t", "share", ["a"], [new StackedPart("p", [-1])]),
            new HeatMap("t", "r", ["row"], "c", ["a", "b"], new Axis("v"), [[1]]),
            new ColourImage("t", "r", ["row"], "c", ["a"], [new ImagePanel("p", [[1]], [])]),
        ];

        Assert.All(charts, chart => Assert.Throws<ArgumentException>(chart.ToSvg));
    }
}
