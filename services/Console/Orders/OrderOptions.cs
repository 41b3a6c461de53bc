using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Section <c>Orders</c>.</summary>
internal sealed class OrderOptions
{
    /// <summary>Seconds between an order and its sending, in which it may be taken back for free.</summary>
    [Range(0, 3600)]
    public int GraceSeconds { get; set; } = 30;

    /// <summary>Milliseconds between two looks for what is due or was answered.</summary>
    [Range(50, 60_000)]
    public int LookMilliseconds { get; set; } = 500;

    /// <summary>Cases that may be answered at once.</summary>
    [Range(1, 10_000)]
    public int MostCases { get; set; } = 500;

    /// <summary>Hours that an order stands; shown before it is sent, and to be the same as the scorer's <c>Recommendations:ExpiryHours</c>.</summary>
    [Range(1, 24 * 30)]
    public int ExpiryHours { get; set; } = 24;
}
