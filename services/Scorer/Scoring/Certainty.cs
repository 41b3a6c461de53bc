using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>How sure the models are, beyond the probability of the choice.</summary>
/// <param name="Actions">The actions that may be ordered, see <see cref="Learning.Artifacts.PlanConfidence.ActionsOf"/>.</param>
/// <param name="PlansInSet">How many whole plans may be ordered, see <see cref="Learning.Artifacts.PlanConfidence.SetOf"/>.</param>
/// <param name="Novelty">What the training has never heard of.</param>
internal sealed record Certainty(IReadOnlyList<RecoveryActionKind> Actions, int PlansInSet, Novelty Novelty);
