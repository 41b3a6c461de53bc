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
        {
            var document = ActionDocument.Of(orders, orders.Family is { } family ? families[family] : []);
            documents[orders.Workflow] = document;
            if (by is not null)
                await RememberAsync(database, orders, document.ToJsonString(), by, now, cancellation);
        }
    }

    private async Task RememberAsync(ConsoleDatabase database, WorkflowOrders orders, string content, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = NameBasedGuid.Of("served document", orders.Workflow, content, string.Join(' ', orders.Orders.Select(one => $"{one.EventId} {one.Order!.Revision}")));
        var isNew = await database.Database.ExecuteSqlAsync($"update console.served_document set served_at = {now} where document_id = {id}", cancellation) == 0;
        if (isNew)
        {
            database.ServedDocuments.Add(new() { DocumentId = id, Workflow = orders.Workflow, Content = content, OrderedAt = orders.OrderedAt, ServedAt = now });
            audit.Add(new AuditEntry(by, Role: null, ToolAudit.Served) { Workflow = orders.Workflow, Details = JsonNode.Parse(content) }, database);
            await database.SaveChangesAsync(cancellation);
        }

        foreach (var (eventId, order) in orders.Orders.Select(one => (one.EventId, one.Order!)))
        {
            var task = order.Scope == EffectKey.WorkflowScope ? null : order.Task;
            await database.Database.ExecuteSqlAsync(
                $"""
                insert into console.served_order (event_id, revision, workflow, task, served_at) values ({eventId}, {order.Revision}, {orders.Workflow}, {task}, {now})
                on conflict (event_id, revision) do update set served_at = excluded.served_at
                """, cancellation);
        }

        var events = orders.Orders.Select(one => one.EventId).ToArray();
        await database.Database.ExecuteSqlAsync(
            $"update console.order set served_at = {now} where event_id = any({events}) and state in ('sent', 'approved') and served_at is null", cancellation);
    }
}
