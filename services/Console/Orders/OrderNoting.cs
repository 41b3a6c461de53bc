using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Console.Orders;

/// <summary>
/// Notes what the scorer has made of orders, and of wishes to have them back, and records what operators did: an order that was
/// refused is no operator's action. Any number of consoles may do so at once.
/// </summary>
internal sealed class OrderNoting(IDbContextFactory<ConsoleDatabase> databases, OutgoingPublisher<ConsoleDatabase> outgoing, TimeProvider clock)
{
    private const int AtOnce = 500;

    // An order that an executor made needless is withdrawn without being asked for.
    private static readonly TimeSpan Lookback = TimeSpan.FromDays(1);

    /// <summary>Returns how many orders changed; mostly nothing waits for that.</summary>
    public async Task<int> NoteAsync(CancellationToken cancellationToken)
    {
        List<Became> became;
        List<Guid> published = [];
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            became = await BecameAsync(database, cancellationToken);
            if (became.Count == 0)
                return 0;

            using var span = RecoveryTelemetry.StartSpan("record orders", ActivityKind.Producer, null);
            var ids = became.Select(one => one.OrderId).ToArray();
            var orders = await database.Orders.Where(order => ids.Contains(order.OrderId)).ToDictionaryAsync(order => order.OrderId, cancellationToken);
            foreach (var one in became)
            {
                if (Note(database, orders[one.OrderId], one))
                    published.Add(one.OrderId);
            }

            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var approval in published)
            await outgoing.PublishAsync(approval, cancellationToken);
        return became.Count;
    }

    private Task<List<Became>> BecameAsync(ConsoleDatabase database, CancellationToken cancellationToken) => database.Database.SqlQuery<Became>(
        $"""
        with waiting as (
            select order_id from console.order where state = 'sent' or (state = 'approved' and undo_asked_at is not null and why is null)
            union
            select order_id from scorer.approved_order where state = 'withdrawn' and at >= {clock.GetUtcNow() - Lookback})
        select o.order_id, became.state, became.revision, became.expires_at, became.undo_granted, coalesce(became.undo_why, became.why) as why
        from waiting
        join console.order o using (order_id)
        join scorer.approved_order became using (order_id)
        where o.state in ('sent', 'approved')
          and (o.state, coalesce(o.why, '')) is distinct from
              (case when became.undo_granted then 'withdrawn' else became.state end, coalesce(became.undo_why, became.why, ''))
        order by o.order_id limit {AtOnce} for update of o skip locked
        """).ToListAsync(cancellationToken);

    /// <summary>True when what the operator did is to be recorded: once for what was ordered together.</summary>
    private bool Note(ConsoleDatabase database, OrderRow order, Became became)
    {
        var isNew = order.State == OrderStates.Sent && became.Revision is not null && order.OrderId == order.ApprovalId;
        (order.State, order.Why) = (became.UndoGranted is true ? OrderStates.Withdrawn : became.State, became.Why);
        (order.Revision, order.ExpiresAt) = (became.Revision, became.ExpiresAt);
        if (!isNew)
            return false;

        database.Outgoing.Add(new OutgoingMessage
        {
            MessageId = NameBasedGuid.Of("recorded order", order.ApprovalId),
            Origin = order.ApprovalId,
            Exchange = Names.IntakeExchange,
            RoutingKey = RoutingKeys.ActionRecorded,
            Type = nameof(OperatorActionRecorded),
            Body = order.Recorded,
            TraceParent = Activity.Current?.Id,
            CreatedAt = clock.GetUtcNow(),
        });
        return true;
    }

    private sealed record Became(Guid OrderId, string State, int? Revision, DateTimeOffset? ExpiresAt, bool? UndoGranted, string? Why);
}
