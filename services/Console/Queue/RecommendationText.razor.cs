using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Cases.Advice;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What is recommended for tasks, equal ones together.</summary>
public sealed partial class RecommendationText
{
    private const int Most = 2;

    [Parameter, EditorRequired] public IReadOnlyList<QueueCase> Cases { get; set; } = [];

    private IReadOnlyList<Part> Parts { get; set; } = [];

    protected override void OnParametersSet() => Parts =
    [
        .. Cases.GroupBy(task => (task.Plan, task.Blinded))
            .OrderByDescending(group => group.Count())
            .Select(group => new Part(group.Count(), TextOf(group.First()), ConfidenceOf([.. group.Select(task => task.Confidence).OfType<double>()]), group.First().Why)),
    ];

    private static string TextOf(QueueCase task) => task switch
    {
        { Plan: { } plan } => QueueTexts.Plan(plan),
        { Blinded: true } => "blinded: decide without a recommendation",
        { Disposition: "withdrawn" } => "withdrawn",
        _ => $"abstained: {task.Why ?? "no reason was given"}",
    };

    private static string? ConfidenceOf(double[] confidences)
    {
        if (confidences.Length == 0)
            return null;
        var (least, most) = (ConfidenceText.Percent(confidences.Min()), ConfidenceText.Percent(confidences.Max()));
        return least == most ? most : $"{least} to {most}";
    }

    private sealed record Part(int Tasks, string Text, string? Confidence, string? Why);
}
