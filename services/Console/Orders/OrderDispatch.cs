using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Telemetry;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Sends what is due. Any number of consoles may do so at once.</summary>
internal sealed class OrderDispatch(IDbContextFactory<ConsoleDatabase> databases, OutgoingPublisher<ConsoleDatabase> outgoing, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Sends orders whose time has come and returns how many approvals that were.</summary>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> approvals;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            approvals = await database.Database.SqlQuery<Guid>(
                $"""
                select order_id as "Value" from console.order
                where state = 'pending' and due_at <= {now} and order_id = approval_id
                order by due_at limit {AtOnce} for update skip locked
                """).ToListAsync(cancellationToken);
            if (approvals.Count == 0)
                return 0;

            using var span = RecoveryTelemetry.StartSpan("send orders", ActivityKind.Producer, null);
            var due = await database.Orders.Where(order => approvals.Contains(order.ApprovalId)).OrderBy(order => order.OrderId).ToListAsync(cancellationToken);
            foreach (var approval in due.GroupBy(order => order.ApprovalId))
                Send(database, [.. approval], now);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var approval in approvals)
            await outgoing.PublishAsync(approval, cancellationToken);
        return approvals.Count;
    }

    private static void Send(ConsoleDatabase database, List<OrderRow> orders, DateTimeOffset now)
    {
        var first = orders[0];
        orders.ForEach(order => (order.State, order.SentAt) = (OrderStates.Sent, now));
        var approved = new RecoveryApproved
        {
            ApprovalId = first.ApprovalId,
            Workflow = first.Workflow,
            RecordedAt = first.RecordedAt,
            Operator = first.Operator,
            Cases = [.. orders.Select(order => new ApprovedCase(order.OrderId, order.EventId, order.SeenRevision))],
            Ordered = WireJson.Read<OrderedRecovery>(Encoding.UTF8.GetBytes(first.Ordered)),
        };
        database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of("recovery approved", first.ApprovalId), first.ApprovalId, InsideKeys.RecoveryApproved, approved, now));
    }
}
