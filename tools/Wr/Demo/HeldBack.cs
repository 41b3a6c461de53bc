namespace WorkflowRecovery.Wr.Demo;

/// <summary>A history cut in two: what is imported, and what comes later as live events.</summary>
/// <param name="Past">What is imported, in order.</param>
/// <param name="Events">The last tasks with errors, in order.</param>
internal sealed record HeldBack<T>(IReadOnlyList<T> Past, IReadOnlyList<T> Events)
{
    /// <summary>
    /// Holds back the last tasks with errors. Every other task of their workflows is held back too, since a sibling in the
    /// training would give the answer away, but is no event.
    /// </summary>
    /// <param name="inOrder">The history in the order of time.</param>
    /// <param name="events">How many tasks with errors to hold back.</param>
    /// <param name="workflowOf">The workflow of a task.</param>
    /// <param name="hasErrors">Whether a task has errors.</param>
    public static HeldBack<T> Of(IReadOnlyList<T> inOrder, int events, Func<T, string> workflowOf, Func<T, bool> hasErrors)
    {
        var chosen = inOrder.Where(hasErrors).TakeLast(events).ToList();
        var workflows = chosen.Select(workflowOf).ToHashSet();
        return new HeldBack<T>([.. inOrder.Where(task => !workflows.Contains(workflowOf(task)))], chosen);
    }
}
