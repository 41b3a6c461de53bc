using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>Stores each action that was taken back once, whether the action is known yet or not, and passes it on.</summary>
internal sealed class UndoneStore(IDbContextFactory<IngestorDatabase> databases, OutgoingPublisher<IngestorDatabase> outgoing, TimeProvider clock)
{
    public async Task StoreAsync(OperatorActionUndone undone, CancellationToken cancellationToken)
    {
        var key = Acceptance.KeyOf(undone.Workflow, undone.Task, undone.RecordedAt);
        var origin = NameBasedGuid.Of("undone action", key);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await IsNewAsync(database, key, undone, cancellationToken))
            {
                database.WithdrawnActions.AddRange((undone.Withdrawn ?? []).Select(
                    withdrawn => new WithdrawnAction { RecommendationId = withdrawn.RecommendationId, Revision = withdrawn.Revision, Key = key }));
                database.Outgoing.Add(InsideMessage.Stage(
                    NameBasedGuid.Of(InsideKeys.UndoneActionAccepted, key), origin, InsideKeys.UndoneActionAccepted, new UndoneActionAccepted(undone), clock.GetUtcNow()));
                await database.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(origin, cancellationToken);
    }

    private async Task<bool> IsNewAsync(IngestorDatabase database, Guid key, OperatorActionUndone undone, CancellationToken cancellationToken) =>
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into ingestor.undone_action (key, workflow, task, recorded_at, operator, undone_at, received_at)
            values ({key}, {undone.Workflow}, {undone.Task}, {undone.RecordedAt}, {undone.Operator}, {undone.UndoneAt}, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken) == 1;
}
