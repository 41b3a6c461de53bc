using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What in the plan, or in how sure it is, forbids to do it automatically.</summary>
internal static class PlanGuards
{
    public static IEnumerable<Reason> Of(CaseFile file, ChosenPlan choice) =>
    [
        .. Because.When(choice.Plan.Action != RecoveryActionKind.Acdc, "guard.action", "Only an ACDC can be taken back, so nothing else is automatic."),
        .. Because.When(choice.Splitting is not null && !CanBeSplit(file.Event), "guard.splitting", "Work that is split by events, plain MonteCarlo, or not known not to be, is not split finer automatically."),
        .. Because.When(file.Judgement.BlockedBy is not null, "guard.rule", $"Rule {file.Judgement.BlockedBy} keeps anything from being automatic here."),
        .. OfCertainty(file.Judgement, choice),
        .. OfRecord(file),
    ];

    private static bool CanBeSplit(WorkflowAssistanceRequested task) =>
        task.SplittingAlgorithm is { } algorithm && !algorithm.Equals("EventBased", StringComparison.OrdinalIgnoreCase)
        && task.RequestType is { } type && !type.Equals("MonteCarlo", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Reason> OfCertainty(Judgement judgement, ChosenPlan choice)
    {
        if (judgement.Certainty is not { IsMeasured: true } certainty)
            return [Because.Of("certainty.plan", "How sure these models are was never measured, or did not show on later workflows.")];
        if (certainty is not { Plans: [var plan], Actions: [var action] } || action != choice.Plan.Action)
            return [Because.Of("certainty.plan", Unsure(certainty))];

        return Because.When(plan != choice.Plan, "certainty.plan", "What is recommended is not the plan that the models are sure of.");
    }

    private static string Unsure(Certainty certainty) => certainty switch
    {
        { Plans.Count: 0 } => "No plan is as likely as plans usually are that operators then order.",
        { Plans.Count: > 1 } => $"The models are not sure of one plan: {certainty.Plans.Count} are likely enough that an operator may order them.",
        { Actions.Count: 0 } => "The action is less likely than it usually is where operators order it.",
        { Actions.Count: > 1 } => $"The models are not sure of one action: {string.Join(", ", certainty.Actions.Select(action => action.ToName()))} may each be ordered.",
        _ => $"The models are sure of another action: {certainty.Actions[0].ToName()}.",
    };

    private static string Unearned(CellRecord record, AutomaticPolicy automatic) => record.Answers == 0
        ? "No operator has decided a workflow of this kind without seeing a proposal, so nothing tells that they agree."
        : FormattableString.Invariant(
            $"Operators decided {record.Answers} {(record.Answers == 1 ? "workflow" : "workflows")} of this kind without seeing a proposal and agreed in {record.Agreed}; the policy asks for {automatic.EarnedAnswers} or more, and for an agreement that is surely above {automatic.EarnedAgreement:P0}.");

    private static IEnumerable<Reason> OfRecord(CaseFile file)
    {
        var record = file.Facts.Record;
        return Because.When(
            !record.HasEarned(file.Policy.Policy.Automatic),
            "cell.record",
            Unearned(record, file.Policy.Policy.Automatic));
    }
}
