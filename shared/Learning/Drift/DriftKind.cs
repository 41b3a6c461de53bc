namespace WorkflowRecovery.Learning.Drift;

/// <summary>What may drift.</summary>
public enum DriftKind
{
    /// <summary>Which error code most jobs of a workflow failed with.</summary>
    Code,

    /// <summary>At which compute site most of them failed.</summary>
    Site,

    /// <summary>Whether an operator ordered anything but an acdc.</summary>
    Label,
}
