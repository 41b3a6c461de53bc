using System.Globalization;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>All that a recommendation says, in lines for a person.</summary>
internal static class RecommendationDetails
{
    private const int MostSites = 8;
    private const double LeastShown = 0.01;

    /// <param name="said">The newest revision.</param>
    /// <param name="end">What became of it.</param>
    /// <param name="hasModels">Whether models are active now.</param>
    public static Details Of(RecoveryRecommended said, CaseEnd end, bool hasModels)
    {
        var details = new Details();
        details.Add("task", said.Task);
        details.Add("reported", $"{Time(said.ReportedAt)}; revision {said.Revision} of {Time(said.RecommendedAt)}, to be acted on before {Time(said.ExpiresAt)}");
        details.Add("recommended", said.Reason == Words.Blinded ? "blinded: the operator decides without hearing from us" : RecommendationText.Action(said));
        details.Add("sites", said.Action is null ? null : Sites(said.Sites));
        details.Add("confidence", said.Confidence is { } confidence ? $"{Number(confidence)}: of 100 cases with this confidence operators order exactly this in about {100 * confidence:0}" : null);
        details.Add("disposition", Disposition(said.Disposition));
        details.Add("", HeldBack(said).Select(reason => reason.Text));
        details.Add("", Unanswered(said, hasModels));
        details.Add("because", said.Reasons.Where(IsWeighed).Select(Weighed));
        details.Add("instead", Alternatives(said.Alternatives));
        details.Add("rules", string.Join(", ", said.Rules));
        details.Add("models", string.Join(", ", said.Models.Select(model => $"{model.Target} {model.Version}")));
        details.Add("policy", said.PolicyVersion);
        details.Add("order", end.Order is { } order ? $"{order.State} at {Time(order.At)}{(string.IsNullOrEmpty(order.Why) ? "" : $": {order.Why}")}" : null);
        details.Add("answered", end.Answer is { } answer ? $"{answer.Ordered}{(answer.By is null ? "" : $", by {answer.By}")} at {Time(answer.At)}{Agreement(answer)}" : null);
        return details;
    }

    private static string Disposition(string disposition) => disposition switch
    {
        "automatic" => "automatic: published for execution without an operator",
        "review" => "review: it waits for an operator; nothing is done until somebody answers",
        "approved" => "approved: ordered by an operator and published for execution",
        "abstained" => "abstained: nothing is recommended, an operator decides alone",
        "withdrawn" => "withdrawn: nothing is to be done any more",
        _ => disposition,
    };

    private static string? Unanswered(RecoveryRecommended said, bool hasModels) => said is not { Disposition: "abstained", Models.Count: 0 } ? null
        : hasModels ? "Models are active by now, but a new model never revises an old answer. The task is answered by them when it is reported again: with newer counts (a later observedAt), or in its next round."
        : $"To get answers, import recorded actions and train on them: {Hint.To("import FILE")}, {Hint.To("train")}. This one stays, since a new model never revises an old answer, until the task is reported again.";

    private static IEnumerable<Reason> HeldBack(RecoveryRecommended said) => said.Reasons.Where(reason => !IsWeighed(reason));

    /// <summary>What models and rules saw; the other reasons say why no more is done.</summary>
    private static bool IsWeighed(Reason reason) => reason.Contribution is not null || reason.Feature.StartsWith("rule.", StringComparison.Ordinal);

    private static string Weighed(Reason reason) => reason.Contribution is { } weight
        ? string.Create(CultureInfo.InvariantCulture, $"{reason.Text} ({weight:+0.00;-0.00})")
        : reason.Text;

    private static IEnumerable<string> Alternatives(IReadOnlyList<Alternative> plans)
    {
        var rare = plans.Count(plan => plan.Probability < LeastShown);
        return [.. plans.Where(plan => plan.Probability >= LeastShown).Select(plan => $"{Plan(plan)}: {Number(plan.Probability)}"), .. rare == 0 ? Array.Empty<string>() : [$"{rare} more, each under 0.01"]];
    }

    private static string Plan(Alternative plan) => string.Join(", ", ((string?[])
        [plan.Action, plan.MemoryMb is { } memory ? $"memory {memory} MB" : null, plan.Splitting is { } splitting ? $"splitting {splitting}" : null]).OfType<string>());

    private static string Sites(SiteChoice sites) =>
        $"{sites.Mode}{(sites.List.Count == 0 ? "" : $" {string.Join(", ", sites.List)}")}; to run at {Some(sites.Resolved)}";

    private static string Some(IReadOnlyList<string> sites) => sites.Count == 0 ? "no site"
        : Listing.IsPiped || sites.Count <= MostSites ? string.Join(", ", sites)
        : $"{string.Join(", ", sites.Take(MostSites))} and {sites.Count - MostSites} more";

    private static string Agreement(CaseAnswer answer) => answer.AgreedPlan switch
    {
        true => ", as recommended",
        false => ", not as recommended",
        null => "",
    };

    private static string Number(double probability) => probability.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
