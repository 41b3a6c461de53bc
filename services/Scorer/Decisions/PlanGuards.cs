using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
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
            return [Because.Of("certainty.plan", $"{certainty.Plans.Count} plans and {certainty.Actions.Count} actions cannot be ruled out.")];

        return Because.When(plan != choice.Plan, "certainty.plan", "What is recommended is not the plan that the models are sure of.");
    }

    private static IEnumerable<Reason> OfRecord(CaseFile file)
    {
        var record = file.Facts.Record;
        return Because.When(
            !record.HasEarned(file.Policy.Policy.Automatic),
            "cell.record",
            FormattableString.Invariant($"Operators decided {record.Answers} workflows of this kind unprompted and agreed in {record.Agreed} (surely {record.LowerBound:P0}), which is not enough."));
    }
}
