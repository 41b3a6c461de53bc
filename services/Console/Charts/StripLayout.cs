namespace WorkflowRecovery.Console.Charts;

/// <summary>A stretch of time in which one word held.</summary>
/// <param name="Word">The word; null when none is known.</param>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
public sealed record Stretch(string? Word, DateTimeOffset From, DateTimeOffset To);

/// <summary>A stretch as it is drawn.</summary>
internal sealed record StripPart(string Class, double X, double Width, double Height, string Tells);

/// <summary>A strip of states through time: colour and height tell the state, so that neither alone has to.</summary>
internal static class StripLayout
{
    public const int Width = 300;
    public const int Height = 18;

    /// <summary>The least that is still seen.</summary>
    private const double Least = 0.8;

    public static IReadOnlyList<StripPart> Of(IReadOnlyList<Stretch> stretches)
    {
        if (stretches.Count == 0)
            return [];

        var (from, whole) = (stretches[0].From, Math.Max(1, (stretches[^1].To - stretches[0].From).TotalSeconds));
        return [.. stretches.Select(stretch => new StripPart(
            ClassOf(stretch.Word),
            Width * (stretch.From - from).TotalSeconds / whole,
            Math.Max(Least, Width * (stretch.To - stretch.From).TotalSeconds / whole),
            HeightOf(stretch.Word),
            $"{stretch.Word ?? "not known"} from {Wording.Time(stretch.From)} to {Wording.Time(stretch.To)}"))];
    }

    /// <summary>All parts of a class as one path, which takes far less room than a shape for each.</summary>
    public static IReadOnlyList<(string Class, string Path)> Paths(IReadOnlyList<Stretch> stretches) => [.. Of(stretches)
        .GroupBy(part => part.Class)
        .Select(parts => (parts.Key, string.Concat(parts.Select(part =>
            $"M{LineLayout.Number(part.X)} {LineLayout.Number(Height)}v-{LineLayout.Number(part.Height)}h{LineLayout.Number(part.Width)}v{LineLayout.Number(part.Height)}z"))))];

    /// <summary>How a strip reads aloud: how much of the time each word held.</summary>
    public static string InWords(IReadOnlyList<Stretch> stretches)
    {
        var whole = stretches.Sum(Seconds);
        return whole <= 0 ? "nothing is known" : string.Join(", ", stretches
            .GroupBy(stretch => stretch.Word ?? "not known")
            .Select(word => (Word: word.Key, Share: word.Sum(Seconds) / whole))
            .OrderByDescending(word => word.Share)
            .Select(word => $"{word.Word} {Wording.Share(word.Share)}"));

        static double Seconds(Stretch stretch) => (stretch.To - stretch.From).TotalSeconds;
    }

    public static string ClassOf(string? word) => word switch
    {
        "green" or "enabled" => "good",
        "yellow" or "test" => "doubtful",
        "red" or "disabled" => "bad",
        "none" or "drain" => "draining",
        _ => "unknown",
    };

    private static double HeightOf(string? word) => ClassOf(word) switch
    {
        "good" => 5,
        "doubtful" => 9,
        "draining" => 13,
        "bad" => Height,
        _ => 2,
    };
}
