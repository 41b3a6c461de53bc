using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Rules;

/// <summary>
/// What the rules make of a judgement: every rule that fired is named, one that may suggest has its order among the alternatives,
/// one that decides has it recommended, with the probability that the models give it. What the models do not know as a plan, or what
/// is more memory than is allowed, stays a reason. Decisions come after and hold for a rule's order as for the models' own.
/// </summary>
internal static class RuledJudgement
{
    /// <summary>The rules' view of a task.</summary>
    public static RuleInput InputOf(MatrixStored stored, SiteErrorMatrix matrix, DateTimeOffset now) => new()
    {
        Matrix = matrix,
        ReportedAt = stored.Event.ReportedAt,
        JudgedAt = now,
        Campaign = TaskWork.CampaignOf(stored.Event),
        RequestType = stored.Event.RequestType,
        MemoryMb = stored.Event.MemoryMb,
        Cores = stored.Event.Cores,
        Attempt = stored.Event.Attempt,
        Logs = [.. (stored.Event.Logs ?? []).Select(log => new TaskLog(log.Code, log.Site, log.Text))],
    };

    /// <summary>The judgement with what the rules add.</summary>
    /// <param name="judgement">The models'.</param>
    /// <param name="fired">The rules that fired on the task.</param>
    /// <param name="cores">Cores of a job.</param>
    /// <param name="maxMemoryMbPerCore">MB per core that may be asked for at most.</param>
    public static Judgement Of(Judgement judgement, IReadOnlyList<FiredRule> fired, int? cores, int maxMemoryMbPerCore)
    {
        var named = judgement with { Rules = [.. fired.Select(rule => rule.Label)] };
        if (RuleBook.RulingOf(fired) is not { } ruling)
            return named;

        var reason = Because.Of(Because.Rule + ruling.Name, ruling.Why);
        var order = ruling.Order is { } given && !(given.MemoryMb > (long)maxMemoryMbPerCore * (cores ?? 1)) ? given : null;
        return PlanOf(judgement, order) switch
        {
            null => named with
            {
                Reasons = [.. named.Reasons, reason],
                BlockedBy = ruling is { Blocks: true, State: RuleState.Decide } ? ruling.Name : null,
            },
            { } plan when ruling.State == RuleState.Decide => Decide(named, plan, reason) with { DecidedBy = ruling.Name },
            { } plan => Suggest(named, plan, reason),
        };
    }

    private static Judgement Suggest(Judgement judgement, ChosenPlan plan, Reason reason) => judgement with
    {
        Reasons = [.. judgement.Reasons, reason],
        Alternatives = IsSame(judgement.Choice, plan) ? judgement.Alternatives : With(judgement, plan),
    };

    /// <summary>The columns that spoke for the models' plan say nothing about another one.</summary>
    private static Judgement Decide(Judgement judgement, ChosenPlan plan, Reason reason) => judgement with
    {
        Choice = plan,
        Reasons = IsSame(judgement.Choice, plan) ? [reason, .. judgement.Reasons] : [reason],
        Alternatives = judgement.Choice is { } models && !IsSame(models, plan)
            ? [.. With(judgement, models).Where(other => !IsSame(other, plan))]
            : [.. judgement.Alternatives.Where(other => !IsSame(other, plan))],
    };

    private static IReadOnlyList<Alternative> With(Judgement judgement, ChosenPlan plan) =>
        [.. judgement.Alternatives
            .Where(other => !IsSame(other, plan))
            .Append(judgement.AlternativeOf(plan))
            .OrderByDescending(other => other.Probability)];

    /// <summary>The plan that an order is, with the order's own values; rules order neither secondary input nor cores.</summary>
    private static ChosenPlan? PlanOf(Judgement judgement, RecoveryAction? order) =>
        order is not null && judgement.Plans.FirstOrDefault(plan => (plan.Action, plan.Memory, plan.Splitting) == BinsOf(order.Kind, order.MemoryMb, order.Splitting)) is { } plan
            ? new(
                judgement.WholePlans.FirstOrDefault(whole => whole.IsOrder(order))
                    ?? plan with { Xrootd = order.Xrootd is true, Secondary = false, CoresChanged = false, Probability = 0 },
                order.MemoryMb, order.Splitting)
            : null;

    private static bool IsSame(ChosenPlan? one, ChosenPlan other) =>
        one is not null && (one.Plan.Action, one.Plan.Memory, one.Plan.Splitting) == (other.Plan.Action, other.Plan.Memory, other.Plan.Splitting);

    private static bool IsSame(Alternative one, ChosenPlan other) =>
        RecoveryActionNames.TryParse(one.Action, out var kind)
        && BinsOf(kind, one.MemoryMb, one.Splitting) == (other.Plan.Action, other.Plan.Memory, other.Plan.Splitting);

    private static (RecoveryActionKind, string, string) BinsOf(RecoveryActionKind action, int? memoryMb, string? splitting) =>
        (action, MemoryBins.Names[MemoryBins.Of(memoryMb)], SplittingBins.Names[SplittingBins.Of(splitting)]);
}
