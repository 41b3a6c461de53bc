using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>How sure the models are of one task, by what later workflows showed of the models that were tested.</summary>
/// <param name="Actions">The actions that cannot be ruled out, by the conformal set of each action.</param>
/// <param name="Plans">The whole plans that cannot be ruled out: none when none is likely enough.</param>
/// <param name="Novelty">The codes and compute sites that training had not seen.</param>
internal sealed record Certainty(IReadOnlyList<RecoveryActionKind> Actions, IReadOnlyList<Plan> Plans, Novelty Novelty)
{
    /// <summary>Whether the bounds that say so held on workflows still later; otherwise nothing is automatic by them.</summary>
    public required bool IsMeasured { get; init; }

    /// <summary>Whether there were enough workflows for any plan to be ruled out.</summary>
    public required bool RulesPlansOut { get; init; }

    /// <summary>Share of workflows in which the plan may be missed.</summary>
    public required double PlanAlpha { get; init; }
}
