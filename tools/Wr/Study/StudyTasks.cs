using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Study;

/// <summary>From the records of a file to what is studied.</summary>
internal static class StudyTasks
{
    /// <summary>
    /// The tasks in the order of time, each with what else was reported around it. An order on a whole workflow is one decision,
    /// so its n tasks weigh 1/n. Tasks without any error are left out, as the authors of the talk did: there is nothing to look at.
    /// </summary>
    public static IReadOnlyList<RecordedTask> Of(IReadOnlyList<PastTask> past)
    {
        var decisions = past.Where(IsOfWorkflow).CountBy(task => task.Event.Workflow).ToDictionary();
        List<RecordedTask> tasks = [.. past
            .Select(task => Of(task, IsOfWorkflow(task) ? 1.0 / decisions[task.Event.Workflow] : 1))
            .OrderBy(task => task.Report.ReportedAt)
            .ThenBy(task => task.Report.Task, StringComparer.Ordinal)];
        var around = Surroundings.Of([.. tasks.Select(task => task.Report)]);
        return [.. tasks
            .Select((task, at) => task with { Report = task.Report with { Around = around[at] } })
            .Where(task => !task.Report.Matrix.Cells.IsEmpty)];
    }

    private static RecordedTask Of(PastTask past, double weight) =>
        new(PastReport.Of(past), WorkflowName.Parse(past.Event.Workflow).Family, ActionOf(past), past.ParametersGiven, weight);

    private static RecoveryAction ActionOf(PastTask past) => new(KindOf(past))
    {
        MemoryMb = past.Action.MemoryMb,
        Splitting = past.Action.Splitting,
        Xrootd = SwitchOf(past.Action.Xrootd),
        Secondary = SwitchOf(past.Action.Secondary),
        Cores = past.Action.Cores,
        Sites = past.Action.Sites is { } sites ? [.. sites] : [],
    };

    private static bool IsOfWorkflow(PastTask past) => !RecoveryTargets.CarriesParameters(KindOf(past));

    private static RecoveryActionKind KindOf(PastTask past) => RecoveryActionNames.TryParse(past.Action.Action, out var kind)
        ? kind
        : throw new InvalidDataException($"'{past.Action.Action}' is not an action");

    private static bool? SwitchOf(string? word) => word is null ? null : word == "enabled";
}
