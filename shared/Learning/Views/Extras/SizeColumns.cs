using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>How many errors there are and how they spread.</summary>
internal sealed class SizeColumns : IExtraColumns
{
    private const int Sizes = 13;

    public IReadOnlyList<string> Names { get; } =
    [
        "errors", "errors/good", "errors/bad", "lost/good", "lost/bad", "codes", "sites", "sites/good", "sites/bad",
        "share/good", "share/nowhere", "entropy/codes", "entropy/sites",
        .. ErrorCategoryNames.All.Select(category => $"share/{category}"),
        .. Places.TierNames.Select(tier => $"share/{tier}"),
    ];

    public void Write(TaskFacts facts, Span<float> values)
    {
        var totals = facts.Totals;
        ReadOnlySpan<float> sizes =
        [
            Values.Log(totals.Errors), Values.Log(totals.GoodErrors), Values.Log(totals.BadErrors),
            Values.Log(totals.GoodMarks), Values.Log(totals.BadMarks),
            Values.Log(totals.Codes), Values.Log(totals.Sites), Values.Log(totals.GoodSites), Values.Log(totals.BadSites),
            Values.Share(totals.GoodErrors, totals.Errors), Values.Share(totals.ErrorsNowhere, totals.Errors),
            (float)totals.CodeEntropy, (float)totals.SiteEntropy,
        ];
        sizes.CopyTo(values);
        var at = Sizes;
        foreach (var errors in totals.ByCategory)
            values[at++] = Values.Share(errors, totals.Errors);

        foreach (var errors in totals.ByTier)
            values[at++] = Values.Share(errors, totals.Errors);
    }
}
