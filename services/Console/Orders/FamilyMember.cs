using System.Globalization;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A workflow of a family, with what a clone throws away of it.</summary>
/// <param name="Workflow">Its name.</param>
/// <param name="FinishedJobs">Jobs that have finished, of those tasks of which it was reported.</param>
/// <param name="IsWhole">Whether it was reported of all tasks that are known.</param>
public sealed record FamilyMember(string Workflow, long FinishedJobs, bool IsWhole)
{
    /// <summary>For example <c>at least 1,200 finished jobs</c>.</summary>
    public string Text => Jobs(FinishedJobs, IsWhole);

    internal static string Jobs(long finished, bool isWhole) => (finished, isWhole) switch
    {
        (0, false) => "an unknown number of finished jobs",
        (_, false) => string.Create(CultureInfo.InvariantCulture, $"at least {finished:N0} finished jobs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{finished:N0} finished jobs"),
    };

    /// <param name="workflow">Its name.</param>
    /// <param name="tasks">The newest report of each of its tasks.</param>
    internal static FamilyMember Of(string workflow, IReadOnlyCollection<WorkflowAssistanceRequested> tasks)
    {
        var told = tasks.Where(task => task is { TotalJobs: not null, FailedJobs: not null } && task.TotalJobs >= task.FailedJobs).ToList();
        return new(workflow, told.Sum(task => task.TotalJobs!.Value - task.FailedJobs!.Value), told.Count == tasks.Count);
    }
}
