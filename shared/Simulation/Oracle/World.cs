namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>What the errors of a workflow were drawn from.</summary>
internal enum World
{
    /// <summary>ACDC will be ordered.</summary>
    Acdc,

    /// <summary>Another action will be, of which the errors show little.</summary>
    Untypical,

    /// <summary>Another action will be, and the errors are typical of it.</summary>
    Typical,
}
