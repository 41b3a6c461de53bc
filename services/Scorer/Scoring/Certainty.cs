using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>How sure the models are of one task, by what later tasks showed of them.</summary>
/// <param name="Actions">The actions that cannot be ruled out, by the conformal set of each action.</param>
/// <param name="PlansInSet">How many whole plans cannot be ruled out: 0 when none is likely enough.</param>
/// <param name="Novelty">The codes and compute sites that training had not seen.</param>
internal sealed record Certainty(IReadOnlyList<RecoveryActionKind> Actions, int PlansInSet, Novelty Novelty);
