using Spectre.Console;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>Recommendations for a person.</summary>
internal static class RecommendationTable
{
    public static void Show(IEnumerable<RecoveryRecommended> recommendations)
    {
        var table = new Table().AddColumns("task", "revision", "recommended", "confidence", "disposition", "why");
        foreach (var said in recommendations)
        {
            string[] row =
            [
                SafeText.Of(said.Task), $"{said.Revision}", RecommendationText.Action(said), RecommendationText.Confidence(said),
                SafeText.Of(said.Disposition), RecommendationText.Reason(said),
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }
}
