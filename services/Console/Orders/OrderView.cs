using System.Text.Json.Serialization;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Orders;

/// <summary>An order as it is shown.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="EventId">The case.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Task">The task.</param>
/// <param name="Scope"><c>task</c> or <c>workflow</c>.</param>
/// <param name="Action">What was ordered.</param>
/// <param name="Operator">Who ordered it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="State">One of <see cref="OrderStates"/>.</param>
/// <param name="DueAt">When it is or was to be sent.</param>
/// <param name="ServedAt">When an executor that polls was first told of it; null when none was.</param>
/// <param name="UndoAskedAt">When somebody wanted it back after it was sent; null when nobody has.</param>
/// <param name="Why">Why it was refused, why it could not be taken back, or why it was withdrawn though nobody asked for that.</param>
public sealed record OrderView(
    Guid OrderId, Guid EventId, string Workflow, string Task, string Scope, string Action, string Operator, DateTimeOffset RecordedAt, string State,
    DateTimeOffset DueAt, DateTimeOffset? ServedAt, DateTimeOffset? UndoAskedAt, string? Why)
{
    /// <summary>The whole order, as JSON.</summary>
    [JsonIgnore]
    public string Ordered { get; init; } = "";

    /// <summary>Until when executors may act on it; null while it is not published.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether an executor acts on it, or has.</summary>
    public bool IsTaken { get; init; }

    /// <summary>What was submitted together.</summary>
    public Guid GroupId { get; init; }

    /// <summary>How many of those may be taken back, or asked for.</summary>
    [JsonIgnore]
    public int UndoableTogether { get; init; }

    /// <summary>Whether others that were submitted with it are sent by themselves, and may be taken back with it.</summary>
    [JsonIgnore]
    public bool CanAllBeUndone => CanBeUndone && UndoableTogether > 1 && Scope == EffectKey.TaskScope;

    /// <summary>Whether it may be taken back, or asked for.</summary>
    public bool CanBeUndone => State == OrderStates.Pending || (State is OrderStates.Sent or OrderStates.Approved && UndoAskedAt is null);

    /// <summary>Whether it will change by itself.</summary>
    public bool IsMoving => State is OrderStates.Pending or OrderStates.Sent || (State == OrderStates.Approved && UndoAskedAt is not null && Why is null);
}
