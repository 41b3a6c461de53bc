namespace WorkflowRecovery.Console.Queue;

/// <summary>The queue at one time; never changes.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="IsLoaded">False until the queue was read for the first time.</param>
/// <param name="Workflows">In no order.</param>
internal sealed record QueueSnapshot(long Version, bool IsLoaded, IReadOnlyList<QueueWorkflow> Workflows)
{
    public static QueueSnapshot Empty { get; } = new(0, IsLoaded: false, []);
}
