using System.Runtime.InteropServices;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>A place of a series; without a y it is a gap in the line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Point(double X, Measured Y)
{
    public Point(double x, double? y, double? low = null, double? high = null)
        : this(x, new Measured(y, low, high))
    {
    }
}

internal enum Trace
{
    Line,
    LineAndPoints,
    Points,
}

/// <summary>Points under one name, joined in the order in which they are given.</summary>
internal sealed record Series(string Name, IReadOnlyList<Point> Points)
{
    public Trace Trace { get; init; } = Trace.Line;

    /// <summary>Low and high as a bar at each point, not as a band along the line.</summary>
    public bool ErrorBars { get; init; }
}

/// <summary>A straight line to compare with: y = <paramref name="Offset"/> + <paramref name="Slope"/> x.</summary>
internal sealed record Reference(string Name, double Offset, double Slope)
{
    /// <summary>y = x: chance in a ROC curve, truth in a reliability diagram.</summary>
    public static Reference Diagonal(string name) => new(name, 0, 1);

    public static Reference Level(string name, double y) => new(name, y, 0);
}

/// <summary>Curves or points over one x axis; <see cref="Trace.Points"/> alone makes a scatter plot. A point that a logarithmic axis cannot show is left out, and the chart says how many are.</summary>
internal sealed record LineChart(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series) : Chart(Title)
{
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The height of what is between the axes, in pixels.</summary>
    public double PlotHeight { get; init; } = 340;

    protected override bool HasData => Series.Any(series => series.Points.Any(CanShow));

    public bool CanShow(Point point) => Scale.CanShow(X, point.X) && Scale.CanShow(Y, point.Y.Value);

    protected override string Describe()
    {
        var series = Series.Select(one => $"{one.Name}, {one.Points.Count(CanShow)} points{Ends(one)}");
        var references = References.Select(reference => reference.Name).ToList();
        var compared = references.Count == 0 ? "" : $" Compared with {string.Join(", ", references)}.";
        return $"{Y.Text} against {X.Text}{(X.Logarithmic ? " (logarithmic)" : "")}. {string.Join("; ", series)}.{compared}";
    }

    protected override void Paint(Sheet sheet) => new LinePlot(this, sheet).Paint();

    private string Ends(Series series)
    {
        var shown = series.Points.Where(CanShow).Select(point => point.Y.Value!.Value).ToList();
        return shown.Count == 0 ? "" : $" from {Text(shown.Min())} to {Text(shown.Max())}";
    }

    private string Text(double value) => Y.Percent ? Numbers.Percent(value, 1) : Numbers.Plain(Math.Round(value, 3));
}
