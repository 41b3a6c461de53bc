using System.Globalization;
using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Queue;

/// <summary>The queue for a person: the console's columns.</summary>
internal static class QueueText
{
    public static Listing Listing(IEnumerable<QueuedWorkflow> workflows, DateTimeOffset now)
    {
        var listing = new Listing("workflow", "tasks", "age", "priority", "attempt", "failed / total", "errors", "state", "recommendation");
        foreach (var workflow in workflows)
        {
            listing.Add(
                workflow.Workflow,
                $"{workflow.Cases.Count}",
                Age(now - workflow.ReportedAt),
                workflow.Priority is { } priority ? $"{priority}" : "-",
                workflow.Attempt is { } attempt ? $"{attempt}" : "-",
                workflow.TotalJobs is { } total ? $"{workflow.FailedJobs} / {total}" : $"{workflow.FailedJobs}",
                workflow.Errors,
                workflow.State,
                Recommendations(workflow.Cases));
        }

        return listing;
    }

    /// <summary>How many there are, and what they wait for.</summary>
    public static string Counts(IReadOnlyCollection<QueuedWorkflow> workflows, int shown)
    {
        if (workflows.Count == 0)
            return "No workflow is in assistance.";
        var states = QueueState.All.Select(state => (Name: state, Count: workflows.Count(workflow => workflow.State == state))).Where(state => state.Count > 0);
        return $"{(shown < workflows.Count ? $"{shown} of " : "")}{workflows.Count} {(workflows.Count == 1 ? "workflow" : "workflows")} in assistance: {string.Join(", ", states.Select(state => $"{state.Count} {state.Name}"))}.";
    }

    /// <summary>Equal ones together, with their probabilities.</summary>
    private static string Recommendations(IReadOnlyList<QueuedCase> cases) => string.Join("; ", cases
        .GroupBy(task => task.Recommendation)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{(cases.Count > 1 ? $"{group.Count()} × " : "")}{group.Key}{Confidences([.. group.Select(task => task.Confidence).OfType<double>()])}"));

    private static string Confidences(double[] all) => all.Length == 0 ? ""
        : all.Max() - all.Min() < 0.005 ? string.Create(CultureInfo.InvariantCulture, $" ({all[0]:0.00})")
        : string.Create(CultureInfo.InvariantCulture, $" ({all.Min():0.00} to {all.Max():0.00})");

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)age.TotalHours} h",
        { TotalDays: < 730 } => $"{(int)age.TotalDays} d",
        _ => $"{(int)(age.TotalDays / 365.25)} y",
    };
}
