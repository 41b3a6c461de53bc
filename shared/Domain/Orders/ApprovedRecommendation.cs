using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Domain.Orders;

/// <summary>What is published when an operator has ordered something: the operator's own order in the words of the contract.</summary>
public static class ApprovedRecommendation
{
    /// <summary>The disposition of an order.</summary>
    public const string Approved = "approved";

    /// <summary>The name of the reason that tells who ordered it and why.</summary>
    public const string Feature = "order";

    /// <summary>The next revision. Of a blinded case nothing is told but the order.</summary>
    /// <param name="said">What was published before the order: what the models or rules recommended, or its blinded form.</param>
    /// <param name="ordered">The order.</param>
    /// <param name="by">Who ordered it.</param>
    /// <param name="sites">Where to run.</param>
    /// <param name="confidence">The probability that was given to the whole order; null when it was not weighed.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="expiry">How long it may be acted on.</param>
    /// <exception cref="FormatException">The action is none of the contract's.</exception>
    public static RecoveryRecommended Of(
        RecoveryRecommended said, OrderedRecovery ordered, string by, SiteChoice sites, double? confidence, int revision, DateTimeOffset now, TimeSpan expiry)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(ordered);
        var kind = KindOf(ordered);
        return said with
        {
            Revision = revision,
            EffectKey = EffectKey.Of(said.RecommendationId, said.Workflow, kind),
            Scope = EffectKey.ScopeOf(kind),
            RecommendedAt = now,
            ExpiresAt = now + expiry,
            Action = ordered.Action,
            MemoryMb = ordered.MemoryMb,
            Splitting = ordered.Splitting,
            Cores = ordered.Cores,
            Xrootd = ordered.Xrootd,
            Secondary = ordered.Secondary,
            Sites = sites,
            Confidence = said.Reason == Words.Blinded ? null : confidence,
            Disposition = Approved,
            Reason = null,
            Alternatives = [.. Weighed(said).Where(plan => PlanOf(plan) != (ordered.Action, ordered.MemoryMb, ordered.Splitting))],
            Reasons = [.. OfOperator(ordered, by), .. IsAsSaid(said, ordered) ? said.Reasons.Where(reason => reason.Contribution is not null) : []],
        };
    }

    /// <summary>The action that is ordered.</summary>
    /// <exception cref="FormatException">It is none of the contract's.</exception>
    public static RecoveryActionKind KindOf(OrderedRecovery ordered)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        return RecoveryActionNames.TryParse(ordered.Action, out var kind) ? kind : throw new FormatException($"'{ordered.Action}' is no action");
    }

    /// <summary>The order without where it is to run.</summary>
    /// <exception cref="FormatException">Its action is none of the contract's.</exception>
    public static RecoveryAction ActionOf(OrderedRecovery ordered)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        return RecoveryActionNames.Read(ordered.Action, ordered.MemoryMb, ordered.Splitting, ordered.Xrootd, ordered.Secondary, ordered.Cores)
            ?? throw new FormatException($"'{ordered.Action}' is no action");
    }

    private static IEnumerable<Reason> OfOperator(OrderedRecovery ordered, string by) =>
        ordered.Reasons.Select(reason => new Reason { Feature = Feature, Text = reason })
            .Prepend(new Reason { Feature = Feature, Text = $"Ordered by {by}." });

    /// <summary>What was recommended is one plan among the others once something else is ordered.</summary>
    private static IEnumerable<Alternative> Weighed(RecoveryRecommended said) => said is { Action: { } action, Confidence: { } probability }
        ? said.Alternatives
            .Append(new Alternative { Action = action, MemoryMb = said.MemoryMb, Splitting = said.Splitting, Probability = probability })
            .OrderByDescending(plan => plan.Probability)
        : said.Alternatives;

    private static (string, int?, string?) PlanOf(Alternative plan) => (plan.Action, plan.MemoryMb, plan.Splitting);

    private static bool IsAsSaid(RecoveryRecommended said, OrderedRecovery ordered) =>
        (said.Action, said.MemoryMb, said.Splitting, said.Cores, said.Xrootd, said.Secondary)
        == (ordered.Action, ordered.MemoryMb, ordered.Splitting, ordered.Cores, ordered.Xrootd, ordered.Secondary);
}
