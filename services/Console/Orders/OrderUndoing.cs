using System.Linq.Expressions;
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
    private static readonly UndoAnswer TooLate = new(UndoResult.TooLate, "There is nothing to take back any more.");

    public async Task<UndoAnswer> UndoAsync(Guid orderId, ClaimsPrincipal by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Operator))
            return new(UndoResult.NotAllowed, await RefuseAsync(by, new { OrderAudit.OrderUndone, orderId }));

        var undone = await TakeBackAsync(order => order.OrderId == orderId, NameBasedGuid.Of("order undo", orderId), by, now, cancellationToken);
        if (undone is [var (_, answer)])
            return answer;

        await refusals.WriteAsync(OrderAudit.UndoNotTaken(by, orderId, null, TooLate.Text));
        return TooLate;
    }

    /// <summary>Takes back all that was submitted together, each as far as it still can be.</summary>
    public async Task<GroupUndoAnswer> UndoAllAsync(Guid groupId, ClaimsPrincipal by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Operator))
            return new(UndoResult.NotAllowed, await RefuseAsync(by, new { OrderAudit.OrderUndone, groupId }), []);

        return GroupUndoAnswer.Of(await TakeBackAsync(order => order.GroupId == groupId, NameBasedGuid.Of("group undo", groupId), by, now, cancellationToken));
    }

    private async Task<string> RefuseAsync(ClaimsPrincipal by, object wish)
    {
        await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = wish });
        return "Only operators may take orders back.";
    }

    private async Task<IReadOnlyList<(IReadOnlyList<OrderRow> Orders, UndoAnswer Answer)>> TakeBackAsync(
        Expression<Func<OrderRow, bool>> wanted, Guid origin, ClaimsPrincipal by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<(IReadOnlyList<OrderRow> Orders, UndoAnswer Answer)> undone = [];
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var together in (await LockAsync(database, wanted, cancellationToken)).GroupBy(order => order.ApprovalId))
            {
                List<OrderRow> orders = [.. together];
                var answer = Undo(database, orders, origin, Person.NameOf(by), now);
                undone.Add((orders, answer));
                if (answer.Result != UndoResult.TooLate)
                    WriteDown(database, orders, answer.Result, by);
            }

            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var (orders, answer) in undone.Where(one => one.Answer.Result == UndoResult.TooLate))
            await refusals.WriteAsync(OrderAudit.UndoNotTaken(by, orders[0].OrderId, orders[0], answer.Text));
        if (undone.Exists(one => one.Answer.Result == UndoResult.Asked))
            await PublishAsync(origin, cancellationToken);
        return undone;
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

    /// <summary>Who sends them locks the same rows first, so that an order is sent or undone, never both; always in the same order, so that nobody waits for each other.</summary>
    private static async Task<List<OrderRow>> LockAsync(ConsoleDatabase database, Expression<Func<OrderRow, bool>> wanted, CancellationToken cancellationToken)
    {
        var approvals = await database.Orders.Where(wanted).Select(order => order.ApprovalId).Distinct().ToArrayAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select from console.order where order_id = any({approvals}) order by order_id for update", cancellationToken);
        return await database.Orders.Where(order => approvals.Contains(order.ApprovalId)).OrderBy(order => order.OrderId).ToListAsync(cancellationToken);
    }

    private static UndoAnswer Undo(ConsoleDatabase database, List<OrderRow> orders, Guid origin, string by, DateTimeOffset now)
    {
        if (orders is [{ State: OrderStates.Pending }, ..])
        {
            orders.ForEach(order => order.State = OrderStates.Undone);
            return new(UndoResult.Undone, "Taken back; nothing was sent.");
        }

        if (!orders.Exists(order => order is { State: OrderStates.Sent or OrderStates.Approved, UndoAskedAt: null }))
            return TooLate;

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

    private void WriteDown(ConsoleDatabase database, List<OrderRow> orders, UndoResult result, ClaimsPrincipal by)
    {
        foreach (var order in orders)
            audit.Add(OrderAudit.Of(by, result == UndoResult.Undone ? OrderAudit.OrderUndone : OrderAudit.UndoAsked, order), database);
    }

    [LoggerMessage(202, LogLevel.Warning, "An order that somebody wants back will be told later")]
    private partial void LogLater(Exception failure);
}
