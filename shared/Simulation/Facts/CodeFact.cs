namespace WorkflowRecovery.Simulation.Facts;

/// <summary>What was measured of one error code.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Cells">Cells of the matrices with this code.</param>
/// <param name="Lift">Share among actions other than ACDC over share among ACDC.</param>
/// <param name="MeanCount">Failed jobs per cell.</param>
/// <param name="GoodShare">Part of the failures at good sites, from 0 to 1.</param>
/// <param name="SitesPerTask">Cells per task that has the code.</param>
/// <param name="GoodTiers">Digits of the tiers where it occurs at good sites.</param>
/// <param name="BadTiers">Digits of the tiers where it occurs at bad sites; <c>x</c> is a place without a tier.</param>
internal sealed record CodeFact(
    int Code, double Cells, double Lift, double MeanCount, double GoodShare, double SitesPerTask, string GoodTiers, string BadTiers)
{
    /// <summary>The code that memory orders answer: a job exceeded its memory.</summary>
    public const int Memory = 50660;

    public static IReadOnlyList<CodeFact> All { get; } = FactFile.Read("codes.csv", row => new CodeFact(
        (int)FactFile.Number(row[0]),
        FactFile.Number(row[1]),
        FactFile.Number(row[2]),
        FactFile.Number(row[3]),
        FactFile.Number(row[4]) / 100,
        FactFile.Number(row[5]),
        row[6],
        row[7]));

    /// <summary>Whether the code mostly comes with no site at all.</summary>
    public bool MostlyWithoutSite => BadTiers.Contains('x') && GoodTiers == "-";
}
