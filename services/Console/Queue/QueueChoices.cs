namespace WorkflowRecovery.Console.Queue;

/// <summary>What the queue can be filtered by: what is in it.</summary>
public sealed record QueueChoices(
    IReadOnlyList<string> Campaigns, IReadOnlyList<string> Actions, IReadOnlyList<string> Dispositions, IReadOnlyList<int> Codes, IReadOnlyList<string> Sites)
{
    public static QueueChoices None { get; } = new([], [], [], [], []);

    internal static QueueChoices In(QueueSnapshot queue)
    {
        var cases = queue.Workflows.SelectMany(workflow => workflow.Cases).ToList();
        return new(
            InOrder(cases.Select(task => task.Campaign).OfType<string>()),
            InOrder(cases.Select(task => task.Plan?.Action ?? QueueFilter.NoAction)),
            InOrder(cases.Select(task => task.Disposition)),
            [.. cases.SelectMany(task => task.Codes).Select(count => count.Code).Distinct().Order()],
            InOrder(cases.SelectMany(task => task.Sites)));
    }

    private static List<string> InOrder(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
