using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Takes orders back, together with those that are sent together.</summary>
internal sealed partial class OrderUndoing(
    IDbContextFactory<ConsoleDatabase> databases, OutgoingPublisher<ConsoleDatabase> outgoing, AuditTrail audit, RefusalLog refusals, ILogger<OrderUndoing> logger)
{
    public async Task<UndoAnswer> UndoAsync(Guid orderId, ClaimsPrincipal by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Operator))
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = new { OrderAudit.OrderUndone, orderId } });
            return new(UndoResult.NotAllowed, "Only operators may take orders back.");
        }

        UndoAnswer answer;
        OrderRow? refused;
        var origin = NameBasedGuid.Of("order undo", orderId);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            var orders = await LockAsync(database, orderId, cancellationToken);
            answer = Undo(database, orders, origin, Person.NameOf(by), now);
            if (answer.Result != UndoResult.TooLate)
                await WriteDownAsync(database, orders, answer.Result, by, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            refused = orders.Find(order => order.OrderId == orderId);
        }

        if (answer.Result == UndoResult.TooLate)
            await refusals.WriteAsync(OrderAudit.UndoNotTaken(by, orderId, refused, answer.Text));
        if (answer.Result == UndoResult.Asked)
            await PublishAsync(origin, cancellationToken);
        return answer;
    }

    /// <summary>The wish is kept; what cannot be published now goes out later.</summary>
    private async Task PublishAsync(Guid origin, CancellationToken cancellationToken)
    {
        try
        {
            await outgoing.PublishAsync(origin, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogLater(failure);
        }
    }

    /// <summary>Who sends them locks the same row first, so that an order is sent or undone, never both.</summary>
    private static async Task<List<OrderRow>> LockAsync(ConsoleDatabase database, Guid orderId, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync(
            $"select from console.order where order_id = (select approval_id from console.order where order_id = {orderId}) for update", cancellationToken);
        return await database.Orders.Where(order => database.Orders.Any(one => one.OrderId == orderId && one.ApprovalId == order.ApprovalId))
            .OrderBy(order => order.OrderId).ToListAsync(cancellationToken);
    }

    private static UndoAnswer Undo(ConsoleDatabase database, List<OrderRow> orders, Guid origin, string by, DateTimeOffset now)
    {
        if (orders is [{ State: OrderStates.Pending }, ..])
        {
            orders.ForEach(order => order.State = OrderStates.Undone);
            return new(UndoResult.Undone, "Taken back; nothing was sent.");
        }

        if (!orders.Exists(order => order is { State: OrderStates.Sent or OrderStates.Approved, UndoAskedAt: null }))
            return new(UndoResult.TooLate, "There is nothing to take back any more.");

        orders.ForEach(order => (order.UndoAskedAt, order.UndoAskedBy) = (now, by));
        database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of("approval undo", orders[0].ApprovalId), origin, InsideKeys.ApprovalUndone, Message(orders, by, now), now));
        return new(UndoResult.Asked, orders.Exists(order => order.ServedAt is not null)
            ? "It was sent, and an executor was told of it, so that it may have been taken up: it is withdrawn if not."
            : "It was sent: it is withdrawn unless an executor has taken it up.");
    }

    private static ApprovalUndone Message(List<OrderRow> orders, string by, DateTimeOffset now)
    {
        var recorded = OrderMaking.RecordedOf(orders[0]);
        return new()
        {
            ApprovalId = orders[0].ApprovalId,
            Workflow = recorded.Workflow,
            Task = recorded.Task,
            RecordedAt = recorded.RecordedAt,
            OrderIds = [.. orders.Select(order => order.OrderId)],
            Operator = by,
            UndoneAt = now,
        };
    }

    private Task<int> WriteDownAsync(ConsoleDatabase database, List<OrderRow> orders, UndoResult result, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
            audit.Add(OrderAudit.Of(by, result == UndoResult.Undone ? OrderAudit.OrderUndone : OrderAudit.UndoAsked, order), database);
        return database.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(202, LogLevel.Warning, "An order that somebody wants back will be told later")]
    private partial void LogLater(Exception failure);
}
