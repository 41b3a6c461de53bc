using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>One automatic recommendation's part in a budget for an hour: that of its report, and that of the clock.</summary>
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

    /// <summary>
    /// The whole hours of UTC that it takes its part from. The clock's hour keeps a backlog that comes in at once from
    /// passing as many hours' worth; the report's keeps one from passing again in the next hour of the clock.
    /// </summary>
    public static DateTimeOffset[] WindowsOf(DateTimeOffset reportedAt, DateTimeOffset now) =>
        [.. new[] { HourOf(reportedAt), HourOf(now) }.Distinct()];

    private static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    public Reason Exhausted() => Because.Of(
        $"budget.{Kind}",
        Kind == "all" ? $"The hour's {Most} automatic recoveries are used up." : $"The hour's {Most} automatic recoveries for {Kind} {Key} are used up.");
}
