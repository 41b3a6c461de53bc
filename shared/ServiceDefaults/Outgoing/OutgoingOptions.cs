using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.ServiceDefaults.Outgoing;

/// <summary>Section <c>Outgoing</c>: how messages that were left behind are found.</summary>
public sealed class OutgoingOptions
{
    /// <summary>Seconds between two sweeps.</summary>
    [Range(1, 3600)]
    public int SweepSeconds { get; set; } = 5;

    /// <summary>Seconds that a message may stay unpublished before the sweeper takes it.</summary>
    [Range(1, 3600)]
    public int LeftBehindSeconds { get; set; } = 30;

    /// <summary>Days that a published message is kept.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 7;
}
