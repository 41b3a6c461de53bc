using System.Globalization;

namespace WorkflowRecovery.Console.Charts;

/// <summary>Lines as SVG draws them.</summary>
internal static class LineLayout
{
    /// <summary>
    /// One polyline per stretch of known values, evenly spaced from left to right; a stretch of one value is drawn as a
    /// short line. Values lie between 0, at the bottom, and <paramref name="top"/>.
    /// </summary>
    public static IReadOnlyList<string> Stretches(IReadOnlyList<double?> values, double top, double width, double height)
    {
        var step = values.Count > 1 ? width / (values.Count - 1) : 0;
        var (stretches, begun) = (new List<string>(), new List<string>());
        for (var at = 0; at <= values.Count; at++)
        {
            if (at < values.Count && values[at] is { } value)
                begun.Add(Point(at * step, height - (height * Math.Clamp(top > 0 ? value / top : 0, 0, 1))));
            else if (begun.Count > 0)
                stretches.Add(Closed(begun));
        }

        return stretches;
    }

    /// <summary>Points of the unit square, (0, 0) at the bottom left, as one polyline.</summary>
    public static string InUnitSquare(IEnumerable<CurvePoint> points, double size) =>
        string.Join(' ', points.Select(point => Point(size * Math.Clamp(point.X, 0, 1), size * (1 - Math.Clamp(point.Y, 0, 1)))));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Closed(List<string> points)
    {
        if (points.Count == 1)
            points.Add(points[0]);
        var stretch = string.Join(' ', points);
        points.Clear();
        return stretch;
    }

    private static string Point(double x, double y) => $"{Number(x)},{Number(y)}";
}
