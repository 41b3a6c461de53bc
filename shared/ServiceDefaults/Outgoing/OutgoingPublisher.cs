using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.ServiceDefaults.Outgoing;

/// <summary>
/// Publishes outgoing rows and marks them, each under its row lock. A crash between the confirm and the mark leads to
/// a repeat byte for byte, which receivers drop by message id.
/// </summary>
public sealed class OutgoingPublisher<TDatabase>(IDbContextFactory<TDatabase> databases, BrokerPublisher broker, TimeProvider clock)
    where TDatabase : ServiceDatabase
{
    private const int SweepSize = 200;
    private const int AtOnce = 16;

    /// <summary>Publishes what came from <paramref name="origin"/> and is not out yet; waits for whoever is just doing so.</summary>
    public Task<int> PublishAsync(Guid origin, CancellationToken cancellationToken) =>
        PublishAsync("origin = {0}", "for update", origin, cancellationToken);

    /// <summary>Publishes what was left unpublished before <paramref name="createdBefore"/>, except what others are just publishing.</summary>
    public Task<int> SweepAsync(DateTimeOffset createdBefore, CancellationToken cancellationToken) =>
        PublishAsync("created_at < {0}", $"limit {SweepSize} for update skip locked", createdBefore, cancellationToken);

    /// <summary>Forgets messages that went out before <paramref name="publishedBefore"/>.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset publishedBefore, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Outgoing.Where(message => message.PublishedAt < publishedBefore).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int> PublishAsync(string which, string locking, object parameter, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var sql = $"select * from {database.Schema}.outgoing_message where published_at is null and {which} order by created_at, message_id {locking}";
        var waiting = await database.Outgoing.FromSqlRaw(sql, parameter).AsNoTracking().ToListAsync(cancellationToken);
        var leaving = waiting.Count == 0 ? waiting : await database.LeavingAsync(waiting, cancellationToken);
        if (leaving.Count == 0)
            return 0;

        foreach (var slice in leaving.Chunk(AtOnce))
            await PublishAsync(database, slice, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return leaving.Count;
    }

    /// <summary>What the broker has confirmed is marked also when its neighbours fail, lest it goes out again and again with them.</summary>
    private async Task PublishAsync(TDatabase database, OutgoingMessage[] messages, CancellationToken cancellationToken)
    {
        var publishing = messages.Select(PublishAsync).ToList();
        await Task.WhenAll(publishing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var confirmed = messages.Where((_, index) => publishing[index].IsCompletedSuccessfully).Select(message => message.MessageId).ToArray();
        await MarkAsync(database, confirmed, cancellationToken);
        if (confirmed.Length == messages.Length)
            return;

        await database.Database.CommitTransactionAsync(cancellationToken);
        await Task.WhenAll(publishing);
    }

    private Task PublishAsync(OutgoingMessage message) => broker.PublishAsync(
        message.Exchange,
        message.RoutingKey,
        mustArrive: message is { Exchange: InsideNames.Exchange, RoutingKey: not InsideKeys.ModelsMoved },
        new BasicProperties
        {
            ContentType = Names.ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = message.MessageId.ToString(),
            Type = message.Type,
            Timestamp = new AmqpTimestamp(message.CreatedAt.ToUnixTimeSeconds()),
            Headers = message.TraceParent is null ? null : new Dictionary<string, object?> { [Names.TraceParent] = message.TraceParent },
        },
        message.Body);

    /// <summary>A lost mark only costs a repeat, so its commit need not wait for the disk.</summary>
    private async Task MarkAsync(TDatabase database, Guid[] messageIds, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlRawAsync("set local synchronous_commit = off", cancellationToken);
        var now = clock.GetUtcNow();
        await database.Outgoing
            .Where(message => messageIds.Contains(message.MessageId))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.PublishedAt, now), cancellationToken);
    }
}
