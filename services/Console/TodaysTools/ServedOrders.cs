using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Tells executors that poll what is to be done, and remembers that they were told.</summary>
internal sealed class ServedOrders(IDbContextFactory<ConsoleDatabase> databases, AuditTrail audit, IOptions<ToolsOptions> options, TimeProvider clock)
{
    /// <summary>Of what was reported the newest are told.</summary>
    private const int MostReported = 5_000;

    // When something was last told is known to the day, which is enough to keep it long enough.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>One document for each workflow.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="by">Who asks; null for a person who only looks, which is not remembered.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, JsonNode>> GiveAsync(AskedActions asked, string? by, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var documents = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        if (asked.Reported)
            await AddReportedAsync(documents, database, asked.Since(now), cancellation);
        if (asked.ToBeDone)
        {
            await ServedLock.TakeAsync(database, cancellation);
            await AddToBeDoneAsync(documents, database, asked.Since(now), by, now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return documents;
    }

    private static async Task AddReportedAsync(SortedDictionary<string, JsonNode> documents, ConsoleDatabase database, DateTimeOffset? since, CancellationToken cancellation)
    {
        var reported = await database.ServedDocuments.AsNoTracking()
            .Where(document => document.ReportedAt != null && (since == null || document.OrderedAt >= since))
            .OrderByDescending(document => document.ReportedAt).ThenByDescending(document => document.ServedAt).Take(MostReported).ToListAsync(cancellation);
        foreach (var document in reported)
        {
            if (!documents.ContainsKey(document.Workflow))
                documents[document.Workflow] = JsonNode.Parse(document.Content)!;
        }
    }

    private async Task AddToBeDoneAsync(
        SortedDictionary<string, JsonNode> documents, ConsoleDatabase database, DateTimeOffset? since, string? by, DateTimeOffset now, CancellationToken cancellation)
    {
        var expiring = now.AddMinutes(options.Value.StopServingMinutes);
        var standing = WorkflowOrders.Of(await StandingOrders.ReadAsync(database, expiring, cancellation), expiring);
        List<WorkflowOrders> given = [.. standing.Where(orders => since is null || orders.OrderedAt >= since)];
        var families = await StandingOrders.FamiliesAsync(database, given.Select(orders => orders.Family).OfType<string>(), cancellation);
        foreach (var orders in given)
            documents[orders.Workflow] = ActionDocument.Of(orders, orders.Family is { } family ? families[family] : []);
        if (by is null || given.Count == 0)
            return;

        await RememberDocumentsAsync(database, [.. given.Select(orders => Told.Of(orders, documents[orders.Workflow].ToJsonString()))], by, now, cancellation);
        await RememberOrdersAsync(database, given, now, cancellation);
    }

    private async Task RememberDocumentsAsync(ConsoleDatabase database, IReadOnlyList<Told> told, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = told.Select(one => one.Id).ToArray();
        var since = now - Fresh;
        var known = await database.ServedDocuments.Where(document => ids.Contains(document.DocumentId)).Select(document => document.DocumentId).ToHashSetAsync(cancellation);
        await database.ServedDocuments.Where(document => ids.Contains(document.DocumentId) && document.ServedAt < since)
            .ExecuteUpdateAsync(row => row.SetProperty(document => document.ServedAt, now), cancellation);
        foreach (var (id, orders, content) in told.Where(one => !known.Contains(one.Id)))
        {
            database.ServedDocuments.Add(new() { DocumentId = id, Workflow = orders.Workflow, Content = content, OrderedAt = orders.OrderedAt, ServedAt = now });
            audit.Add(new AuditEntry(by, Role: null, ToolAudit.Served) { Workflow = orders.Workflow, Details = JsonNode.Parse(content) }, database);
        }

        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>All in one statement each, and nothing of what was told within the day: executors poll often.</summary>
    private static async Task RememberOrdersAsync(ConsoleDatabase database, IEnumerable<WorkflowOrders> given, DateTimeOffset now, CancellationToken cancellation)
    {
        var told = given.SelectMany(orders => orders.Orders.Select(one => (one.EventId, Order: one.Order!, orders.Workflow))).ToList();
        var events = told.Select(one => one.EventId).ToArray();
        var revisions = told.Select(one => one.Order.Revision).ToArray();
        var workflows = told.Select(one => one.Workflow).ToArray();
        var tasks = told.Select(one => one.Order.Scope == EffectKey.WorkflowScope ? null : one.Order.Task).ToArray();
        var since = now - Fresh;
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into console.served_order (event_id, revision, workflow, task, served_at)
            select event_id, revision, workflow, task, {now}
            from unnest({events}::uuid[], {revisions}::int[], {workflows}::text[], {tasks}::text[]) as one (event_id, revision, workflow, task)
            where not exists (
                select from console.served_order known
                where known.event_id = one.event_id and known.revision = one.revision and known.served_at >= {since})
            on conflict (event_id, revision) do update set served_at = excluded.served_at
            """, cancellation);
        // Who takes orders back locks them in this order too.
        await database.Database.ExecuteSqlAsync(
            $"select from console.order where event_id = any({events}) and state in ('sent', 'approved') and served_at is null order by order_id for update", cancellation);
        await database.Database.ExecuteSqlAsync(
            $"update console.order set served_at = {now} where event_id = any({events}) and state in ('sent', 'approved') and served_at is null", cancellation);
    }

    private sealed record Told(Guid Id, WorkflowOrders Orders, string Content)
    {
        public static Told Of(WorkflowOrders orders, string content) => new(
            NameBasedGuid.Of("served document", orders.Workflow, content, string.Join(' ', orders.Orders.Select(one => $"{one.EventId} {one.Order!.Revision}"))), orders, content);
    }
}
