using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What is kept beside a recommendation and not published.</summary>
/// <param name="Plans">See <see cref="RecommendationRow.Plans"/>.</param>
/// <param name="Cell">See <see cref="RecommendationRow.Cell"/>.</param>
/// <param name="RunId">See <see cref="RecommendationRow.RunId"/>.</param>
/// <param name="Category">See <see cref="RecommendationRow.Category"/>.</param>
/// <param name="Sets">What could not be ruled out.</param>
/// <param name="Content">See <see cref="RecommendationRow.Content"/>.</param>
/// <param name="ContentPlans">See <see cref="RecommendationRow.ContentPlans"/>.</param>
internal sealed record Kept(string Plans, string? Cell, Guid? RunId, string? Category, KeptSets Sets, byte[]? Content = null, string? ContentPlans = null)
{
    /// <summary>The same as was kept beside an earlier revision.</summary>
    public static Kept Of(RecommendationRow row) => new(row.Plans, row.Cell, row.RunId, row.Category, new(row.ActionSet, row.PlanSet), row.Content, row.ContentPlans);

    /// <summary>The same for a blinded case, with what is not said.</summary>
    public Kept Hiding(RecoveryRecommended said) => this with { Plans = "[]", Content = WireJson.Write(said), ContentPlans = Plans };
}
