using System.Security.Claims;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Where operators' orders are handed in and looked at. Whatever is done here is in the audit trail, or is not done.</summary>
internal sealed class OrderDesk(
    IDbContextFactory<ConsoleDatabase> databases, OrderUndoing undoing, AuditTrail audit, RefusalLog refusals, IOptions<OrderOptions> options, TimeProvider clock)
{
    private const int MostOrders = 1_000;

    private static readonly Objection NotAllowed = new("role", "Only operators may order.");

    /// <summary>Takes a request in, all of it or nothing; what is refused is written down, too.</summary>
    public async Task<Submission> SubmitAsync(OrderRequest request, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        var submission = Person.Is(by, Role.Operator) ? await TakeInAsync(request, by, cancellationToken) : Submission.Refused(NotAllowed);
        if (!submission.Accepted)
            await refusals.WriteAsync(OrderAudit.Refused(by, request, submission.Objections));
        return submission;
    }

    private async Task<Submission> TakeInAsync(OrderRequest request, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = Now();
        var hearing = await OrderHearing.HearAsync(new OrderReading(database, cancellationToken), request, by, options.Value.MostCases, now);
        if (hearing.Objections.Count > 0)
            return Submission.Refused(hearing.Objections);

        var orders = OrderMaking.Rows(request, hearing.Cases, hearing.UnavailableSites, Person.NameOf(by), now, now.AddSeconds(options.Value.GraceSeconds));
        try
        {
            await PastAsync(database, [.. hearing.Cases.Select(known => known.EventId)], now, cancellationToken);
            database.Orders.AddRange(orders);
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Submission.Refused(new Objection("case", "There is an order on it already."));
        }

        foreach (var (order, known) in orders.Zip(hearing.Cases))
            audit.Add(OrderAudit.Submitted(by, order, known, request.From), database);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(orders[0].GroupId, orders[0].DueAt, [.. orders.Select(order => order.OrderId)], []);
    }

    /// <summary>Takes an order back, with those that are sent together with it: free before they are sent, a wish after that.</summary>
    public Task<UndoAnswer> UndoAsync(Guid orderId, ClaimsPrincipal by, CancellationToken cancellationToken) =>
        undoing.UndoAsync(orderId, by, Now(), cancellationToken);

    /// <summary>Takes back all orders that were submitted together, and names those that were sent before.</summary>
    public Task<GroupUndoAnswer> UndoAllAsync(Guid groupId, ClaimsPrincipal by, CancellationToken cancellationToken) =>
        undoing.UndoAllAsync(groupId, by, Now(), cancellationToken);

    /// <summary>What would be published of a request, or what speaks against it; nothing is done.</summary>
    public async Task<RequestPreview> PreviewAsync(OrderRequest request, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = Now();
        var hearing = await OrderHearing.HearAsync(new OrderReading(database, cancellationToken), request, by, options.Value.MostCases, now);
        if (hearing.Objections.Count > 0)
            return new([], hearing.Objections);

        var first = RequestRules.IsOnWorkflow(request.Ordered.Action) ? hearing.Cases[0] : null;
        return new([.. hearing.Cases.Select(known => Preview(known, first ?? known, request, hearing.UnavailableSites, Person.NameOf(by), now))], []);
    }

    /// <summary>A case as an order is held against it; null when there is none.</summary>
    public async Task<OrderableCase?> CaseAsync(Guid eventId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await new OrderReading(database, cancellationToken).CasesAsync([eventId])).SingleOrDefault();
    }

    /// <summary>What an action on a workflow would do to it.</summary>
    public async Task<WorkflowStake> StakeAsync(string workflow, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var reading = new OrderReading(database, cancellationToken);
        return WorkflowStake.Of(workflow, await reading.CasesOfAsync(workflow), await reading.FamilyOfAsync(workflow), Now());
    }

    /// <summary>The newest order on each of the cases.</summary>
    public async Task<IReadOnlyDictionary<Guid, OrderView>> NewestAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var views = await Views(database, database.Orders.Where(order => events.Contains(order.EventId))).ToListAsync(cancellationToken);
        return views.GroupBy(order => order.EventId).ToDictionary(orders => orders.Key, orders => orders.MaxBy(order => order.RecordedAt)!);
    }

    /// <summary>The orders that were made for a workflow, newest first.</summary>
    public async Task<IReadOnlyList<OrderView>> HistoryAsync(string workflow, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Views(database, database.Orders.Where(order => order.Workflow == workflow).OrderByDescending(order => order.RecordedAt).Take(MostOrders)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Orders that nobody took up in time make room for others. They are locked in the order in which undoing and noting lock, so that
    /// requests that overlap wait for each other in turn.
    /// </summary>
    private static async Task PastAsync(ConsoleDatabase database, Guid[] events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync(
            $"select from console.order where event_id = any({events}) and state = 'approved' and expires_at <= {now} order by order_id for update", cancellationToken);
        await database.Orders
            .Where(order => events.Contains(order.EventId) && order.State == OrderStates.Approved && order.ExpiresAt <= now)
            .ExecuteUpdateAsync(order => order.SetProperty(o => o.State, OrderStates.Expired), cancellationToken);
    }

    private static IQueryable<OrderView> Views(ConsoleDatabase database, IQueryable<OrderRow> orders)
    {
        var taken = database.Database.SqlQuery<TakenUp>($"select recommendation_id, revision from ingestor.taken_up_action");
        return orders.Select(order => new OrderView(
            order.OrderId, order.EventId, order.Workflow, order.Task, order.Scope, order.Action, order.Operator, order.RecordedAt, order.State, order.DueAt,
            order.ServedAt, order.UndoAskedAt, order.Why)
        {
            Ordered = order.Ordered,
            ExpiresAt = order.ExpiresAt,
            IsTaken = taken.Any(one => one.RecommendationId == order.EventId && one.Revision == order.Revision),
            GroupId = order.GroupId,
            UndoableTogether = database.Orders.Count(other => other.GroupId == order.GroupId
                && (other.State == OrderStates.Pending
                    || ((other.State == OrderStates.Sent || other.State == OrderStates.Approved) && other.UndoAskedAt == null))),
        });
    }

    private sealed record TakenUp(Guid RecommendationId, int Revision);

    private OrderPreview Preview(
        OrderableCase known, OrderableCase recordedFor, OrderRequest request, IReadOnlyList<string> unavailable, string by, DateTimeOffset now)
    {
        var dueAt = now.AddSeconds(options.Value.GraceSeconds);
        var said = OrderMessages.Approved(known, request.Ordered, unavailable, by, dueAt, TimeSpan.FromHours(options.Value.ExpiryHours));
        var recorded = OrderMessages.Recorded(recordedFor, request.Ordered, unavailable, by, now);
        return new(known.EventId, $"recommendation.{said.Action}.{said.Disposition}", said, Text(said), recorded, Text(recorded));
    }

    private static string Text<T>(T message) => Encoding.UTF8.GetString(WireJson.Write(message));

    /// <summary>To the microsecond, as times are kept and sent.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
