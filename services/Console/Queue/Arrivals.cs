namespace WorkflowRecovery.Console.Queue;

/// <summary>Says what came in since a page last said something, for those who hear the page rather than see it.</summary>
internal sealed class Arrivals
{
    private HashSet<string>? _known;

    /// <summary>What came in, in words; null when nothing did.</summary>
    public string? In(IReadOnlyList<QueueWorkflow> shown)
    {
        var arrived = _known is null ? [] : shown.Where(workflow => !_known.Contains(workflow.Name)).ToList();
        _known = [.. shown.Select(workflow => workflow.Name)];
        return arrived.Count switch
        {
            0 => null,
            1 => $"New in assistance: {arrived[0].Name}",
            _ => $"{arrived.Count} new workflows in assistance",
        };
    }

    /// <summary>What is shown from now on is not news.</summary>
    public void Forget() => _known = null;
}
