using System.Globalization;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>A cell of the picture that is not empty.</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Count">Failed jobs.</param>
/// <param name="IsGood">Whether the site is good.</param>
/// <param name="Says">All about it in one line.</param>
internal sealed record PictureCell(int Row, int Column, long Count, bool IsGood, string Says)
{
    /// <summary>What the levels stand for; the same in all pictures, so that two of them can be compared.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["1", "2–9", "10–99", "100–999", "1000 and more"];

    /// <summary>Strength of the colour, 1 to 5, a step for each power of ten.</summary>
    public int Level => Count switch { <= 1 => 1, < 10 => 2, < 100 => 3, < 1000 => 4, _ => 5 };

    public string Class => $"cell {(IsGood ? "good" : "bad")} l{Level}";

    public static PictureCell Of(int row, int column, CodeRow code, SiteColumn site, long count)
    {
        var jobs = code.IsLostWork ? "lost work, no report" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} failed {(count == 1 ? "job" : "jobs")}";
        return new(row, column, count, site.IsGood, $"{code.Name}: {code.Meaning}. {site.Name}, readiness {site.Readiness}. {jobs}.");
    }
}
