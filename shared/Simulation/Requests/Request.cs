namespace WorkflowRecovery.Simulation.Requests;

/// <summary>A workflow that asks for assistance, before anything is known of its errors.</summary>
internal sealed record Request
{
    public required string Workflow { get; init; }

    public required string PrepId { get; init; }

    public required string Campaign { get; init; }

    public required string RequestType { get; init; }

    public required long Priority { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Paths below the workflow and their types, in order.</summary>
    public required IReadOnlyList<TaskName> Tasks { get; init; }

    public int Attempt { get; init; }

    /// <summary>What the rounds before asked for; null in the first round.</summary>
    public Resources? Inherited { get; init; }
}

/// <param name="Path">Path without the leading workflow.</param>
/// <param name="Type"><c>Production</c>, <c>Processing</c> or <c>Merge</c>.</param>
internal readonly record struct TaskName(string Path, string Type);

/// <param name="Cores">Cores of a job.</param>
/// <param name="MemoryMb">Memory of a job in MB, all cores.</param>
internal sealed record Resources(int Cores, int MemoryMb);
