using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What was ordered, taken or said before that forbids an automatic recovery now.</summary>
internal static class HistoryGuards
{
    public static IEnumerable<Reason> Of(Facts facts) =>
    [
        .. Because.When(!facts.Readable, "facts", "What was ordered, taken and switched could not be read."),
        .. Because.When(facts.Ordered, "guard.order", "An operator ordered something for this task within 48 h."),
        .. Because.When(facts.Taken, "guard.taken", "An order for this task was taken within 48 h."),
        .. Because.When(facts.Told, "guard.told", "A recovery of this task was recommended for execution within 48 h."),
        .. Because.When(facts.Decided, "guard.decided", "This case was automatic, approved or blinded before."),
        .. Because.When(facts.WorkflowAction is not null, "guard.workflow", $"For another task of the workflow {facts.WorkflowAction} is open, which acts on the whole workflow."),
        .. Because.When(facts.SiblingBlinded, "guard.blinded", Blinding.SiblingText),
    ];
}
