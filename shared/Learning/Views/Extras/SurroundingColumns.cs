using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>What else failed in the hours and days before and in the same workflow; all 0 when that was not computed.</summary>
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
        if (facts.Task.Around is not { } around)
            return;

        values[0] = 1;
        var rest = Put(values[1..], around.SixHours);
        rest = Put(rest, around.Day);
        rest = Put(rest, around.Week);
        rest = Put(rest, around.Siblings);
        rest[0] = Values.Log(around.EarlierReports);
        rest[1] = Values.Flag(around.EarlierReports == 0);
        rest[2] = Values.Log(around.SinceLast?.TotalDays ?? 0);
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
