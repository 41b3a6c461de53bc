namespace WorkflowRecovery.Console.Orders;

/// <summary>A reason that operators give again and again.</summary>
internal sealed class ReasonRow
{
    public required Guid ReasonId { get; init; }

    /// <summary>What it is chosen by.</summary>
    public required string Short { get; init; }

    /// <summary>What is sent.</summary>
    public required string Long { get; init; }

    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}
