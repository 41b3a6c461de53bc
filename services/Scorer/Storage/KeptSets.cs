using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What could not be ruled out, by the bounds that were in force.</summary>
/// <param name="Actions">See <see cref="RecommendationRow.ActionSet"/>.</param>
/// <param name="Plans">See <see cref="RecommendationRow.PlanSet"/>.</param>
internal sealed record KeptSets(string[]? Actions, string? Plans)
{
    public static KeptSets Of(Certainty? certainty) => certainty is null ? new(null, null) : new(
        [.. certainty.Actions.Select(action => action.ToName())],
        certainty.RulesPlansOut ? PlansJson.Write(certainty.Plans) : null);
}
