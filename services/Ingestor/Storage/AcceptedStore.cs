using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>Stores every other kind of message once under its natural key and passes it on.</summary>
internal sealed class AcceptedStore(IDbContextFactory<IngestorDatabase> databases, OutgoingPublisher<IngestorDatabase> outgoing, TimeProvider clock)
{
    /// <summary>Returns null, or why the message is refused: its key is known with other content.</summary>
    public async Task<string?> StoreAsync(object message, CancellationToken cancellationToken)
    {
        var acceptance = Acceptance.Of(message);
        var body = JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), WireJson.Options);
        var hash = SHA256.HashData(body);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await IsNewAsync(database, acceptance, hash, body, cancellationToken))
                await AddAsync(database, acceptance, message, cancellationToken);
            else if (await OtherContentAsync(database, acceptance, hash, cancellationToken))
                return $"{acceptance.KeyText}: a {acceptance.Kind} with this key but other content was accepted before";

            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(acceptance.Key, cancellationToken);
        return null;
    }

    private async Task<bool> IsNewAsync(IngestorDatabase database, Acceptance acceptance, byte[] hash, byte[] body, CancellationToken cancellationToken) =>
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into ingestor.accepted_message (key, kind, content_hash, body, received_at)
            values ({acceptance.Key}, {acceptance.Kind}, {hash}, {body}, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken) == 1;

    private static async Task<bool> OtherContentAsync(IngestorDatabase database, Acceptance acceptance, byte[] hash, CancellationToken cancellationToken) =>
        !await database.AcceptedMessages.AnyAsync(known => known.Key == acceptance.Key && known.ContentHash == hash, cancellationToken);

    private async Task AddAsync(IngestorDatabase database, Acceptance acceptance, object message, CancellationToken cancellationToken)
    {
        if (message is OperatorActionRecorded action)
            database.OperatorActions.Add(Label(acceptance.Key, action));
        if (message is RecoveryActionTaken taken)
            database.ExecutorReports.Add(Report(acceptance.Key, taken));
        if (acceptance is { RoutingKey: { } routingKey, Passed: { } passed })
            database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of(routingKey, acceptance.Key), acceptance.Key, routingKey, passed, clock.GetUtcNow()));
        await database.SaveChangesAsync(cancellationToken);
    }

    private OperatorAction Label(Guid key, OperatorActionRecorded action) => new()
    {
        Key = key,
        Workflow = action.Workflow,
        Task = action.Task,
        RecordedAt = action.RecordedAt,
        Action = action.Action,
        MemoryMb = action.MemoryMb,
        Splitting = action.Splitting,
        Xrootd = action.Xrootd,
        Secondary = action.Secondary,
        Cores = action.Cores,
        Sites = [.. action.Sites ?? []],
        Reasons = [.. (action.Reasons ?? []).Select(reason => reason.Replace("\0", "", StringComparison.Ordinal))],
        Operator = action.Operator,
        RecommendationId = action.RecommendationId,
        ParametersGiven = true,
        Source = "live",
        ReceivedAt = clock.GetUtcNow(),
    };

    private ExecutorReport Report(Guid key, RecoveryActionTaken taken) => new()
    {
        Key = key,
        RecommendationId = taken.RecommendationId,
        Revision = taken.Revision,
        Workflow = taken.Workflow,
        Task = taken.Task,
        TakenAt = taken.TakenAt,
        Result = taken.Result,
        ReceivedAt = clock.GetUtcNow(),
    };
}
