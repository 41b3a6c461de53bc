namespace WorkflowRecovery.Simulation.Facts;

/// <summary>What was measured of one site name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What stands behind the name.</param>
/// <param name="Everywhere">Whether it is listed when code -1 is listed at all places.</param>
/// <param name="ErrorWeight">How often it appears with real errors.</param>
/// <param name="NotReportedWeight">How often it appears with a -1 that is not everywhere.</param>
/// <param name="Heat">Failures of a cell relative to the mean site.</param>
internal sealed record SiteFact(
    string Name, PlaceKind Kind, bool Everywhere, double ErrorWeight, double NotReportedWeight, double Heat)
{
    public static IReadOnlyList<SiteFact> All { get; } = FactFile.Read("sites.csv", row => new SiteFact(
        row[0],
        Enum.Parse<PlaceKind>(row[1], ignoreCase: true),
        row[2] == "1",
        FactFile.Number(row[3]),
        FactFile.Number(row[4]),
        FactFile.Number(row[5])));

    /// <summary>The digit of the tier; <c>x</c> for a place without one.</summary>
    public char Tier => Name.Length > 1 && Name[0] == 'T' && char.IsAsciiDigit(Name[1]) ? Name[1] : 'x';
}

/// <summary>What stands behind a site name.</summary>
internal enum PlaceKind
{
    /// <summary>A compute site that the status service knows.</summary>
    Tracked,

    /// <summary>A small site that the status service does not know.</summary>
    Untracked,

    /// <summary>A storage: no job runs there.</summary>
    Storage,

    /// <summary>No site at all.</summary>
    Pseudo,
}
