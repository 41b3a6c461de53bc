namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Shapes of points, so that colour is not all that tells series apart.</summary>
internal static class Marker
{
    private const double Radius = 4;

    /// <summary>Offsets of the corners in half widths; the first shape, a circle, has none.</summary>
    private static readonly (double X, double Y)[][] Corners =
    [
        [],
        [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        [(0, -1.3), (1.15, 0.75), (-1.15, 0.75)],
        [(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)],
        [(0, 1.3), (1.15, -0.75), (-1.15, -0.75)],
        [(-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)],
    ];

    public static void Paint(Canvas canvas, Spot at, int index, string colour, string? tip = null, double opacity = 1)
    {
        var corners = Corners[index % Corners.Length];
        var data = corners.Length == 0 ? Circle(at) : PathData.Closed(corners.Select(corner => new Spot(at.X + (Radius * corner.X), at.Y + (Radius * corner.Y))));
        canvas.Area(data, colour, opacity, tip);
    }

    private static string Circle(Spot at)
    {
        var (radius, left, right, y) = (Numbers.Coordinate(Radius), Numbers.Coordinate(at.X - Radius), Numbers.Coordinate(at.X + Radius), Numbers.Coordinate(at.Y));
        return $"M{left} {y}A{radius} {radius} 0 1 1 {right} {y}A{radius} {radius} 0 1 1 {left} {y}Z";
    }
}
