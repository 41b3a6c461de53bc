using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>Similar past tasks for a person, and for a program.</summary>
internal static class SimilarText
{
    public static void Show(RecoveryRecommended said, SimilarPast similar)
    {
        Console.WriteLine($"\n{SafeText.Of(said.Task)}: {similar.Summary}");
        if (similar.Tasks.Count == 0)
            return;
        var listing = new Listing("similarity", "reported", "ordered", "shared errors", "task");
        foreach (var task in similar.Tasks)
            listing.Add(Cells(task));
        listing.Write();
    }

    /// <summary>What is added to the JSON of a recommendation.</summary>
    public static JsonNode Json(SimilarPast similar) => JsonSerializer.SerializeToNode(
        new
        {
            similar.Summary,
            Tasks = similar.Tasks.Select(task => new { Similarity = Math.Round(task.Similarity, 4), task.Task, task.Workflow, task.ReportedAt, task.Ordered, task.SharedErrors }),
        },
        WireJson.Options)!;

    /// <summary>Names and orders came from outside.</summary>
    internal static string[] Cells(SimilarTask task) =>
    [
        $"{task.Similarity:0.00}", $"{task.ReportedAt.UtcDateTime:yyyy-MM-dd}", SafeText.Of(task.Ordered), string.Join(", ", task.SharedErrors), SafeText.Of(task.Task),
    ];
}
