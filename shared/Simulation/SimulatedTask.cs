using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Logs;

namespace WorkflowRecovery.Simulation;

/// <summary>One task that needed assistance, and what the operator ordered for it.</summary>
public sealed record SimulatedTask
{
    /// <summary>Path of the task, <c>/workflow/task[/task…]</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>When the workflow entered assistance, UTC, whole seconds; the same for all its tasks.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Campaign of the request.</summary>
    public required string Campaign { get; init; }

    /// <summary><c>MonteCarlo</c>, <c>TaskChain</c>, <c>StepChain</c>, <c>ReReco</c> or <c>Resubmission</c>.</summary>
    public required string RequestType { get; init; }

    /// <summary><c>Production</c>, <c>Processing</c> or <c>Merge</c>.</summary>
    public required string TaskType { get; init; }

    /// <summary>Identifier of the request in production management; the rounds of one request share it.</summary>
    public required string PrepId { get; init; }

    /// <summary>Priority of the request.</summary>
    public required long Priority { get; init; }

    /// <summary>Jobs of the task.</summary>
    public required long TotalJobs { get; init; }

    /// <summary>Failed jobs of the task.</summary>
    public required long FailedJobs { get; init; }

    /// <summary>Memory of a job in MB, all cores, as the request had it.</summary>
    public required int MemoryMb { get; init; }

    /// <summary>Cores of a job.</summary>
    public required int Cores { get; init; }

    /// <summary>Recovery rounds before this one.</summary>
    public required int Attempt { get; init; }

    /// <summary>Errors by code, site and readiness at <see cref="ReportedAt"/>.</summary>
    public required SiteErrorMatrix Matrix { get; init; }

    /// <summary>Sites that the recovery document offers, sorted.</summary>
    public required IReadOnlyList<string> OfferedSites { get; init; }

    /// <summary>What the operator ordered.</summary>
    public required RecoveryAction Action { get; init; }

    /// <summary>False where the operator left this task out of the form: its record holds the action's name only.</summary>
    public required bool ParametersGiven { get; init; }

    /// <summary>Whether the order was given for the workflow as a whole.</summary>
    public required bool WholeWorkflow { get; init; }

    /// <summary>Excerpts of the logs of failed jobs; not every cell has one. Made anew at every call.</summary>
    public IReadOnlyList<LogExcerpt> Logs => LogSimulation.Of(Task, Matrix);
}
