namespace WorkflowRecovery.Wr.Bench;

/// <summary>How many records the tournament is measured on.</summary>
internal static class TournamentSizes
{
    /// <summary>What may be measured in some minutes.</summary>
    public const int Usual = 90_000;

    /// <summary>What takes half an hour and some gigabytes.</summary>
    public const int Large = 270_000;

    private static readonly int[] All = [27_000, Usual, Large];

    /// <summary>The sizes up to one; that one alone when it is smaller than all of them.</summary>
    public static IReadOnlyList<int> UpTo(int most) => All.Any(size => size <= most) ? [.. All.Where(size => size <= most)] : [most];
}
