using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Turns what executors report into messages, once for each order that they were told of.</summary>
internal sealed partial class OrderReports(
    IDbContextFactory<ConsoleDatabase> databases, OutgoingPublisher<ConsoleDatabase> outgoing, AuditTrail audit, TimeProvider clock, ILogger<OrderReports> logger)
{
    private const string Done = "done";

    public async Task<ReportAnswer> TakeAsync(IReadOnlyList<string> workflows, CancellationToken cancellation)
    {
        var origin = Guid.NewGuid();
        var answer = await WriteAsync(workflows, origin, cancellation);
        if (answer.Success.Count > 0)
            await PublishAsync(origin, cancellation);
        return answer;
    }

    private async Task<ReportAnswer> WriteAsync(IReadOnlyList<string> workflows, Guid origin, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await ServedLock.TakeAsync(database, cancellation);
        var told = (await database.ServedOrders.AsNoTracking().Where(order => workflows.Contains(order.Workflow)).ToListAsync(cancellation))
            .ToLookup(order => order.Workflow, StringComparer.Ordinal);
        var answer = ReportAnswer.Of(workflows, told);
        var now = clock.GetUtcNow();
        foreach (var workflow in answer.Success)
        {
            var taken = Taken([.. told[workflow]]).ToList();
            database.Outgoing.AddRange(taken.Select(order => Message(order, origin, now)));
            audit.Add(
                new AuditEntry(ToolAudit.Program, Role: null, ToolAudit.Reported) { Workflow = workflow, Details = taken.Select(order => new { order.EventId, order.Revision }) },
                database);
        }

        await database.SaveChangesAsync(cancellation);
        await MarkAsync(database, [.. answer.Success], now, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>Of each case what was told last: that is what the executor did.</summary>
    private static IEnumerable<ServedOrderRow> Taken(IReadOnlyCollection<ServedOrderRow> told) =>
        told.Where(order => order.ReportedAt is null).GroupBy(order => order.EventId).Select(orders => orders.MaxBy(order => order.Revision)!);

    private static async Task MarkAsync(ConsoleDatabase database, string[] workflows, DateTimeOffset now, CancellationToken cancellation)
    {
        await database.ServedOrders.Where(order => workflows.Contains(order.Workflow) && order.ReportedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.ReportedAt, now), cancellation);
        await database.ServedDocuments.Where(document => workflows.Contains(document.Workflow) && document.ReportedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.ReportedAt, now), cancellation);
    }

    private static OutgoingMessage Message(ServedOrderRow order, Guid origin, DateTimeOffset now) => new()
    {
        MessageId = NameBasedGuid.Of("action taken", order.EventId, order.Revision, Done),
        Origin = origin,
        Exchange = Names.IntakeExchange,
        RoutingKey = RoutingKeys.ActionTaken,
        Type = nameof(RecoveryActionTaken),
        Body = WireJson.Write(new RecoveryActionTaken
        {
            RecommendationId = order.EventId,
            Revision = order.Revision,
            Workflow = order.Workflow,
            Task = order.Task,
            TakenAt = now,
            Result = Done,
        }),
        TraceParent = Activity.Current?.Id,
        CreatedAt = now,
    };

    /// <summary>It is written down, so a broker that cannot be reached now gets it later; the one who reports must not be stopped by that.</summary>
    private async Task PublishAsync(Guid origin, CancellationToken cancellation)
    {
        try
        {
            await outgoing.PublishAsync(origin, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogLater(failure);
        }
    }

    [LoggerMessage(700, LogLevel.Warning, "What an executor reported is stored and will be published later")]
    private partial void LogLater(Exception failure);
}
