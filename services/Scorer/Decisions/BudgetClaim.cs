using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>One automatic recommendation's part in a budget for an hour of report time.</summary>
/// <param name="Kind"><c>all</c>, <c>campaign</c> or <c>site</c>.</param>
/// <param name="Key">Which campaign or site; empty for <c>all</c>.</param>
/// <param name="Most">How many the hour has.</param>
internal sealed record BudgetClaim(string Kind, string Key, int Most)
{
    public static IReadOnlyList<BudgetClaim> Of(CaseFile file)
    {
        var policy = file.Policy.Policy.Automatic;
        return
        [
            new("all", "", policy.PerHour),
            new("campaign", file.Campaign, policy.PerHourAndCampaign),
            .. file.Sites.Resolved.Select(site => new BudgetClaim("site", site, policy.PerHourAndSite)),
        ];
    }

    /// <summary>The whole hours of UTC are the windows.</summary>
    public static DateTimeOffset WindowOf(DateTimeOffset reportedAt) =>
        new(reportedAt.UtcTicks - (reportedAt.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    public Reason Exhausted() => Because.Of(
        $"budget.{Kind}",
        Kind == "all" ? $"The hour's {Most} automatic recoveries are used up." : $"The hour's {Most} automatic recoveries for {Kind} {Key} are used up.");
}
