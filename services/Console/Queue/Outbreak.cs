namespace WorkflowRecovery.Console.Queue;

/// <summary>One code or one site that many workflows fail with at the same time: rather one trouble than many.</summary>
/// <param name="Code">The error code, the main one of each of the workflows; null for a site.</param>
/// <param name="Site">The site, the one with most failures of each of them; null for a code.</param>
/// <param name="Workflows">How many it hits.</param>
/// <param name="Of">Of how many that came in within the same time.</param>
public sealed record Outbreak(int? Code, string? Site, int Workflows, int Of)
{
    private const int Most = 3;

    /// <summary>The largest, at most three.</summary>
    internal static IReadOnlyList<Outbreak> In(QueueSnapshot queue, QueueOptions options, DateTimeOffset now)
    {
        var since = now.AddHours(-options.OutbreakHours);
        var recent = queue.Workflows.Select(workflow => RecentOf(workflow, since)).Where(tasks => tasks.Count > 0).ToList();
        var least = Math.Max(options.OutbreakWorkflows, options.OutbreakShare * recent.Count);
        return
        [
            .. CountsOf(recent, task => task.Codes.Take(1).Select(count => count.Code)).Select(code => new Outbreak(code.Key, null, code.Value, recent.Count))
                .Concat(CountsOf(recent, task => task.Sites.Take(1)).Select(site => new Outbreak(null, site.Key, site.Value, recent.Count)))
                .Where(outbreak => outbreak.Workflows >= least)
                .OrderByDescending(outbreak => outbreak.Workflows).ThenBy(outbreak => outbreak.Code is null).ThenBy(outbreak => outbreak.Code).ThenBy(outbreak => outbreak.Site, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static List<QueueCase> RecentOf(QueueWorkflow workflow, DateTimeOffset since) => [.. workflow.Cases.Where(task => task.OpenedAt >= since)];

    /// <summary>In how many workflows each value is found.</summary>
    private static IEnumerable<KeyValuePair<T, int>> CountsOf<T>(List<List<QueueCase>> workflows, Func<QueueCase, IEnumerable<T>> parts) where T : notnull =>
        workflows.SelectMany(tasks => tasks.SelectMany(parts).Distinct()).CountBy(value => value);
}
