using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What is done with a judgement, and why no more than that.</summary>
/// <param name="Disposition">One of <see cref="Decisions.Disposition"/>.</param>
/// <param name="Judgement">What is published: its reasons with those of the decision, without a choice when it abstains.</param>
/// <param name="Cell">The kind of case; null when nothing is recommended.</param>
/// <param name="PolicyVersion">The version of the policy that was obeyed.</param>
internal sealed record Decision(string Disposition, Judgement Judgement, string? Cell, string PolicyVersion)
{
    private const int MostAlternatives = 10;

    /// <summary>The decision on an open round. <c>automatic</c> holds only if cone and budgets let it pass too.</summary>
    public static Decision Of(CaseFile file)
    {
        var version = file.Policy.Policy.Version;
        var abstention = Abstention.Of(file);
        if (abstention.Count > 0 || file.Judgement.Choice is not { } choice)
            return new(Decisions.Disposition.Abstained, WithoutChoice(file.Judgement) with { Reasons = [.. abstention, .. OfRules(file.Judgement).Except(abstention)] }, Cell: null, version);

        var decision = new Decision(Decisions.Disposition.Automatic, file.Judgement, file.Cell, version);
        return decision.HeldBackBy([.. Blinding.Guard(file), .. ReportGuards.Of(file), .. HistoryGuards.Of(file.Facts), .. PlanGuards.Of(file, choice), .. PolicyGuards.Of(file, choice)]);
    }

    /// <summary>A round that is over is withdrawn whatever the models say.</summary>
    public static Decision Over(Judgement judgement, PolicyInUse policy) =>
        new(Decisions.Disposition.Withdrawn, judgement, Cell: null, policy.Policy.Version);

    /// <summary>For review when there is any reason against doing it automatically; the models' reasons stay first.</summary>
    public Decision HeldBackBy(IReadOnlyList<Reason> reasons) => reasons.Count == 0
        ? this
        : this with { Disposition = Decisions.Disposition.Review, Judgement = Judgement with { Reasons = [.. Judgement.Reasons, .. reasons] } };

    /// <summary>What a rule would order stays worth knowing when nothing is recommended.</summary>
    private static IEnumerable<Reason> OfRules(Judgement judgement) =>
        judgement.Reasons.Where(reason => reason.Feature.StartsWith(Because.Rule, StringComparison.Ordinal));

    /// <summary>What would have been recommended is one alternative among the others.</summary>
    private static Judgement WithoutChoice(Judgement judgement) => judgement.Choice is not { } choice ? judgement : judgement with
    {
        Choice = null,
        Alternatives = [.. judgement.Alternatives
            .Prepend(judgement.AlternativeOf(choice))
            .OrderByDescending(plan => plan.Probability)
            .Take(MostAlternatives)],
    };
}
