namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Spots as the text of a path.</summary>
internal static class PathData
{
    private const double Seen = 0.4;

    public static string Open(IEnumerable<Spot> spots) => $"M{string.Join('L', Thinned(spots).Select(Text))}";

    public static string Closed(IEnumerable<Spot> spots) => $"M{string.Join('L', spots.Select(Text))}Z";

    /// <summary>Without spots that nobody would see, because the last one kept is nearer than a fraction of a pixel; the ends stay.</summary>
    public static IReadOnlyList<Spot> Thinned(IEnumerable<Spot> spots)
    {
        var kept = new List<Spot>();
        Spot? last = null;
        foreach (var spot in spots)
        {
            last = spot;
            if (kept.Count == 0 || Math.Abs(spot.X - kept[^1].X) + Math.Abs(spot.Y - kept[^1].Y) >= Seen)
                kept.Add(spot);
        }

        if (last is { } end && kept[^1] != end)
            kept.Add(end);
        return kept;
    }

    private static string Text(Spot spot) => $"{Numbers.Coordinate(spot.X)} {Numbers.Coordinate(spot.Y)}";
}
