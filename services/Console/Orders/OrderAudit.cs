using System.Security.Claims;
using System.Text.Json;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What is written down about orders and notes.</summary>
internal static class OrderAudit
{
    public const string OrderSubmitted = "order-submitted";
    public const string OrderRefused = "order-refused";
    public const string OrderUndone = "order-undone";
    public const string UndoAsked = "order-undo-asked";
    public const string UndoRefused = "order-undo-refused";
    public const string ReasonAdded = "reason-added";
    public const string ReasonRefused = "reason-refused";
    public const string NoteWritten = "note-written";
    public const string NoteClosed = "note-closed";
    public const string NoteRefused = "note-refused";

    private const int MostSentences = 5;

    public static AuditEntry Submitted(ClaimsPrincipal by, OrderRow order, OrderableCase known, string from) => Of(by, OrderSubmitted, order) with
    {
        Shown = new
        {
            known.Revision, known.Disposition, known.Blinded, known.Said.MatrixId, known.Said.Action, known.Said.MemoryMb, known.Said.Splitting, known.Said.Confidence,
        },
        Details = new { order.OrderId, order.GroupId, From = from, order.DueAt, Ordered = JsonDocument.Parse(order.Ordered).RootElement },
    };

    /// <summary>What somebody wanted to order, and the first few sentences of what spoke against it.</summary>
    public static AuditEntry Refused(ClaimsPrincipal by, OrderRequest request, IReadOnlyList<Objection> objections) => AuditEntry.By(by, OrderRefused) with
    {
        EventId = request.Cases.Count > 0 ? request.Cases[0].EventId : null,
        Details = new { Cases = request.Cases.Count, request.From, request.Ordered.Action, Why = objections.Select(objection => objection.Text).Distinct().Take(MostSentences) },
    };

    /// <summary>An order that could not be taken back any more, as it stood then; <paramref name="order"/> is null of one that nobody made.</summary>
    public static AuditEntry UndoNotTaken(ClaimsPrincipal by, Guid orderId, OrderRow? order, string why) => AuditEntry.By(by, UndoRefused) with
    {
        Workflow = order?.Workflow,
        Task = order?.Task,
        EventId = order?.EventId,
        Shown = order is null ? null : new { order.State, order.Action },
        Details = new { orderId, why },
    };

    public static AuditEntry Of(ClaimsPrincipal by, string what, OrderRow order) => AuditEntry.By(by, what) with
    {
        Workflow = order.Workflow,
        Task = order.Task,
        EventId = order.EventId,
        Details = new { order.OrderId, order.GroupId, order.Action },
    };
}
