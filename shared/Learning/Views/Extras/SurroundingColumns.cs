using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>
/// What else failed in the hours and days before and in the same workflow. Where that was not computed, or nothing at all
/// was reported for a week, as when an instance has just begun, the reports are <see cref="Typical"/> ones; a task whose
/// siblings are not known is taken to be alone, and its family to have been reported once per round.
/// </summary>
internal sealed class SurroundingColumns : IExtraColumns
{
    private static readonly string[] OfWindow =
        ["tasks", "workflows", "same-code", "same-code-share", "same-code-and-site", "campaign", "campaign-same-code", "campaign-same-code-share"];

    private static readonly string[] OfSiblings = ["siblings", "siblings/failing-share", "siblings/errors", "siblings/50660", "siblings/same-code"];
    private static readonly string[] OfFamily = ["family/earlier", "family/first", "family/days-since"];

    public IReadOnlyList<string> Names { get; } =
    [
        "around/known",
        .. new[] { "6h", "24h", "7d" }.SelectMany(window => OfWindow.Select(name => $"around/{window}/{name}")),
        .. OfSiblings,
        .. ErrorCategoryNames.All.Select(category => $"workflow/share/{category}"),
        .. OfFamily,
    ];

    public void Write(TaskFacts facts, Span<float> values)
    {
        var around = facts.Task.Around;
        var told = around is { Week.Tasks: > 0 };
        values[0] = Values.Flag(told);
        var rest = told ? Put(values[1..], around!.SixHours) : PutTypical(values[1..], hours: 6);
        rest = told ? Put(rest, around!.Day) : PutTypical(rest, hours: 24);
        rest = told ? Put(rest, around!.Week) : PutTypical(rest, hours: 7 * 24);
        rest = Put(rest, around?.Siblings ?? new Siblings(0, 0, 0, 0, 0, Siblings.SharesOf(facts.Totals.ByCategory)));
        var (reports, days) = around is null ? (facts.Attempt, facts.Attempt > 0 ? Typical.DaysSinceLast : 0) : (around.EarlierReports, around.SinceLast?.TotalDays ?? 0);
        rest[0] = Values.Log(reports);
        rest[1] = Values.Flag(reports == 0);
        rest[2] = Values.Log(days);
    }

    private static Span<float> PutTypical(Span<float> values, int hours)
    {
        var near = Typical.Reports(hours);
        values[0] = Values.Log(near.Tasks);
        values[1] = Values.Log(near.Workflows);
        values[2] = Values.Log(near.SameCode);
        values[3] = Values.Share(near.SameCode, near.Tasks);
        values[5] = Values.Log(near.SameCampaign);
        values[6] = Values.Log(near.SameCampaignAndCode);
        values[7] = Values.Share(near.SameCampaignAndCode, near.SameCampaign);
        return values[OfWindow.Length..];
    }

    private static Span<float> Put(Span<float> values, OtherReports near)
    {
        values[0] = Values.Log(near.Tasks);
        values[1] = Values.Log(near.Workflows);
        values[2] = Values.Log(near.SameCode);
        values[3] = Values.Share(near.SameCode, near.Tasks);
        values[4] = Values.Log(near.SameCodeAndSite);
        values[5] = Values.Log(near.SameCampaign);
        values[6] = Values.Log(near.SameCampaignAndCode);
        values[7] = Values.Share(near.SameCampaignAndCode, near.SameCampaign);
        return values[OfWindow.Length..];
    }

    private static Span<float> Put(Span<float> values, Siblings siblings)
    {
        values[0] = Values.Log(siblings.Count);
        values[1] = Values.Share(siblings.WithErrors, siblings.Count);
        values[2] = Values.Log(siblings.Errors);
        values[3] = Values.Log(siblings.WithMemory);
        values[4] = Values.Log(siblings.SameCode);
        for (var category = 0; category < siblings.WorkflowShares.Length; category++)
            values[OfSiblings.Length + category] = (float)siblings.WorkflowShares[category];

        return values[(OfSiblings.Length + siblings.WorkflowShares.Length)..];
    }
}
