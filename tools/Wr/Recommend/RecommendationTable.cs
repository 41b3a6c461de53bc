using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>Recommendations for a person.</summary>
internal static class RecommendationTable
{
    public static void Show(IEnumerable<RecoveryRecommended> recommendations)
    {
        var listing = new Listing("task", "revision", "recommended", "confidence", "disposition", "why");
        foreach (var said in recommendations)
            listing.Add(said.Task, $"{said.Revision}", RecommendationText.Action(said), RecommendationText.Confidence(said), said.Disposition, RecommendationText.Reason(said));
        listing.Write();
    }
}
