using System.Text;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Retrainer.Examples;

/// <summary>From answers to recorded tasks: one for each event, weighed by how much an operator's own choice is in it.</summary>
internal static class ExampleChoice
{
    /// <summary>Agreeing with what we proposed says less than choosing freely.</summary>
    private const double AcceptedWeight = 0.5;

    /// <summary>
    /// The last action on an event counts. An action on the whole workflow is one decision, so its n tasks weigh 1/n;
    /// tasks of an imported file are such siblings when all of a workflow carry the same action of workflow scope.
    /// Tasks without any cell teach nothing, but the others are reported around them.
    /// </summary>
    public static IReadOnlyList<RecordedTask> Choose(IReadOnlyList<Answer> answers)
    {
        var last = answers
            .GroupBy(answer => answer.EventId)
            .Select(group => group.OrderByDescending(answer => answer.RecordedAt).ThenBy(answer => answer.Key).First())
            .ToList();
        var decisions = last.CountBy(Decision).ToDictionary();
        RecordedTask[] tasks = [.. last
            .Select(answer => Task(answer, (answer.Accepted ? AcceptedWeight : 1.0) / decisions[Decision(answer)]))
            .OrderBy(task => task.Report.ReportedAt)
            .ThenBy(task => task.Report.Task, StringComparer.Ordinal)];
        LookAround(tasks);
        return [.. tasks.Where(task => !task.Report.Matrix.Cells.IsEmpty)];
    }

    /// <summary>What was decided at once: an action on a whole workflow, or on one task.</summary>
    private static string Decision(Answer answer)
    {
        if (answer.WholeWorkflow)
            return answer.Key.ToString();
        return RecoveryTargets.CarriesParameters(KindOf(answer)) ? answer.EventId.ToString() : $"{answer.Workflow} {answer.Action}";
    }

    /// <summary>Imported tasks came without surroundings: each other's are all that is known of theirs.</summary>
    private static void LookAround(RecordedTask[] tasks)
    {
        int[] imported = [.. Enumerable.Range(0, tasks.Length).Where(at => tasks[at].Report.Around is null)];
        foreach (var (place, around) in imported.Zip(Surroundings.Of([.. imported.Select(at => tasks[at].Report)])))
            tasks[place] = tasks[place] with { Report = tasks[place].Report with { Around = around } };
    }

    private static RecoveryActionKind KindOf(Answer answer) =>
        RecoveryActionNames.TryParse(answer.Action, out var kind) ? kind : throw new FormatException($"'{answer.Action}' is not an action");

    private static RecordedTask Task(Answer answer, double weight) =>
        new(ReportOf(answer), answer.Family, ActionOf(answer), answer.ParametersGiven, weight);

    private static ReportedTask ReportOf(Answer answer) => new()
    {
        Task = answer.Task,
        Workflow = answer.Workflow,
        ReportedAt = answer.ReportedAt,
        Matrix = MatrixEncoding.Decode(answer.Cells),
        Campaign = answer.Campaign,
        TotalJobs = answer.TotalJobs,
        MemoryMb = answer.RequestMemoryMb,
        Cores = answer.RequestCores,
        Around = answer.Around is { } around ? WireJson.Read<Surroundings>(Encoding.UTF8.GetBytes(around)) : null,
    };

    private static RecoveryAction ActionOf(Answer answer) =>
        RecoveryActionNames.Read(answer.Action, answer.MemoryMb, answer.Splitting, answer.Xrootd, answer.Secondary, answer.Cores)
        ?? throw new FormatException($"'{answer.Action}' is not an action");
}
