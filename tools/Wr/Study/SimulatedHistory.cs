using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Simulated tasks and what they were simulated with.</summary>
internal sealed record SimulatedHistory(IReadOnlyList<SimulatedTask> Tasks, SimulationOptions Options)
{
    public static SimulatedHistory Of(SimulationOptions options) => new([.. HistorySimulation.Records(options)], options);
}
