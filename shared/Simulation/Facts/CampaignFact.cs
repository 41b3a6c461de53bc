namespace WorkflowRecovery.Simulation.Facts;

/// <summary>A campaign of simulated data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">First month of its requests.</param>
/// <param name="Last">Last month of its requests.</param>
/// <param name="Weight">How many requests it has.</param>
/// <param name="Next">The campaign of the tasks that read its output.</param>
internal sealed record CampaignFact(string Name, DateTimeOffset First, DateTimeOffset Last, double Weight, string Next)
{
    public static IReadOnlyList<CampaignFact> All { get; } = FactFile.Read("campaigns.csv", row => new CampaignFact(
        row[0], MonthFact.MonthStart(row[1]), MonthFact.MonthStart(row[2]).AddMonths(1), FactFile.Number(row[3]), row[4]));
}
