using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Why nothing should be recommended at all.</summary>
internal static class Abstention
{
    /// <summary>A site with a smaller part of the failures may be without a status.</summary>
    private const double WeightySite = 0.1;

    public static IReadOnlyList<Reason> Of(CaseFile file) =>
    [
        .. file.Judgement.Choice is null ? file.Judgement.Reasons : [],
        .. Because.When(TaskWork.IsHousekeeping(file.Event), "task.type", "The task collects logs or cleans up, which is not recovered."),
        .. OfNovelty(file),
        .. OfSiteStatus(file),
        .. Because.When(file.Facts.Drift is not null, "drift", $"What is reported or ordered has drifted away from what the models know: {file.Facts.Drift}"),
        .. OfConfidence(file),
    ];

    private static IEnumerable<Reason> OfNovelty(CaseFile file)
    {
        var novelty = file.Judgement.Certainty?.Novelty ?? Novelty.Of(SiteErrorMatrix.Of(file.Failures));
        var codes = novelty.Codes.Where(code => code != SiteErrorMatrix.NotReported).ToList();
        var sites = novelty.Sites.Where(site => SiteCatalogue.Of(site).Kind == SiteKind.Compute).ToList();
        return Because.When(codes.Count > 0, "novelty.code", $"The models have never seen error code {string.Join(", ", codes)}.")
            .Concat(Because.When(sites.Count > 0, "novelty.site", $"The models have never seen site {string.Join(", ", sites)}."));
    }

    private static IEnumerable<Reason> OfSiteStatus(CaseFile file)
    {
        var least = WeightySite * file.Failures.Sum(cell => cell.Count);
        var sites = file.Failures.GroupBy(cell => cell.Site)
            .Where(site => site.Sum(cell => cell.Count) >= least && file.Stored.SitesWithoutStatus.Contains(site.Key))
            .Select(site => site.Key).Order(StringComparer.Ordinal).ToList();
        return Because.When(sites.Count > 0, "site.status", $"No status of {string.Join(", ", sites)} was told in the 24 h before the report.");
    }

    /// <summary>A rule that decides stands in where no plan is likely enough for the models.</summary>
    private static IEnumerable<Reason> OfConfidence(CaseFile file) => file.Judgement is not { Choice: { } choice, DecidedBy: null } ? [] : Because.When(
        choice.Plan.Probability < file.Policy.Policy.AbstainBelow || file.Judgement.Certainty is { Plans.Count: 0 },
        "confidence",
        "No plan is likely enough.");
}
