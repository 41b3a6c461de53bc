using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Ingestor.History;

/// <summary>Stores the labels of a part of a history file, those that are new, and passes their tasks on to become matrices.</summary>
internal sealed class HistoryConsumer(IDbContextFactory<IngestorDatabase> databases, OutgoingPublisher<IngestorDatabase> outgoing, TimeProvider clock)
    : IConsumer<HistorySubmitted>
{
    public async Task Consume(ConsumeContext<HistorySubmitted> context)
    {
        var submitted = context.Message;
        using var span = RecoveryTelemetry.StartSpan("ingest history", ActivityKind.Consumer, null);
        var origin = NameBasedGuid.Of("history", submitted.ImportId, submitted.Batch);
        await using (var database = await databases.CreateDbContextAsync(context.CancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(context.CancellationToken))
        {
            if (!await database.Outgoing.AnyAsync(message => message.Origin == origin, context.CancellationToken))
                await StoreAsync(database, submitted, origin, context.CancellationToken);
            await transaction.CommitAsync(context.CancellationToken);
        }

        await outgoing.PublishAsync(origin, context.CancellationToken);
    }

    private async Task StoreAsync(IngestorDatabase database, HistorySubmitted submitted, Guid origin, CancellationToken cancellationToken)
    {
        var labels = submitted.Tasks.Select(task => HistoryLabel.Of(task, clock.GetUtcNow())).ToList();
        var stored = await HistoryLabel.InsertNewAsync(database, labels, cancellationToken);
        var fresh = submitted.Tasks.Where(task => stored.Contains(HistoryLabel.KeyOf(task))).ToList();
        var accepted = new HistoryAccepted(submitted.ImportId, submitted.Batch, submitted.Tasks.Count, fresh);
        database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of("history accepted", origin), origin, InsideKeys.HistoryAccepted, accepted, clock.GetUtcNow()));
        await database.SaveChangesAsync(cancellationToken);
    }
}
