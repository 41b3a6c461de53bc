using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Simulated records as a training reads them.</summary>
internal static class SimulatedExamples
{
    /// <summary>The tasks in the order of time, each with what else was reported around it; those without any error teach nothing.</summary>
    public static IReadOnlyList<RecordedTask> Of(int records)
    {
        var simulated = HistorySimulation.Records(new SimulationOptions { Records = records }).ToList();
        var decisions = simulated.Where(task => task.WholeWorkflow).CountBy(task => task.Workflow).ToDictionary();
        var reports = simulated.ConvertAll(ReportOf);
        return [.. simulated
            .Zip(reports.Zip(Surroundings.Of(reports), (report, around) => report with { Around = around }))
            .Where(task => !task.Second.Matrix.Cells.IsEmpty)
            .Select(task => Of(task.First, task.Second, task.First.WholeWorkflow ? 1.0 / decisions[task.First.Workflow] : 1))];
    }

    private static RecordedTask Of(SimulatedTask task, ReportedTask report, double weight) =>
        new(report, WorkflowName.Parse(task.Workflow).Family, task.Action, task.ParametersGiven, weight);

    private static ReportedTask ReportOf(SimulatedTask task) => new()
    {
        Task = task.Task,
        Workflow = task.Workflow,
        ReportedAt = task.ReportedAt,
        Matrix = task.Matrix,
        Campaign = task.Campaign,
        TotalJobs = task.TotalJobs,
        MemoryMb = task.MemoryMb,
        Cores = task.Cores,
    };
}
