using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>Stores each change of a site's status once; a late one gives the open events that it changes a new matrix.</summary>
internal sealed class SiteStatusStore(IDbContextFactory<FeaturizerDatabase> databases, OutgoingPublisher<FeaturizerDatabase> outgoing, TimeProvider clock)
{
    public async Task StoreAsync(SiteStatusChanged status, CancellationToken cancellationToken)
    {
        var origin = NameBasedGuid.Of("site status", status.Site, status.EffectiveAt, status.Source);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            await SiteLocks.TakeAsync(database, status.Site, cancellationToken);
            if (await IsNewAsync(database, status, cancellationToken))
                await ReviseAsync(database, status, origin, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(origin, cancellationToken);
    }

    private async Task<bool> IsNewAsync(FeaturizerDatabase database, SiteStatusChanged status, CancellationToken cancellationToken) =>
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into featurizer.site_status (site, effective_at, source, readiness, status, received_at)
            values ({status.Site}, {status.EffectiveAt}, {status.Source ?? ""}, {status.Readiness}, {status.Status}, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken) == 1;

    /// <summary>Events are locked in one order, so that two statuses of different sites cannot wait for each other.</summary>
    private async Task ReviseAsync(FeaturizerDatabase database, SiteStatusChanged status, Guid origin, CancellationToken cancellationToken)
    {
        var touched = await database.Events.FromSql(
            $"""
            select * from featurizer.event e
            where source = 'live' and sites @> array[{status.Site}] and reported_at >= {status.EffectiveAt}
              and not exists (select from scorer.closed_event c where c.event_id = e.event_id)
            order by event_id for update of e
            """).ToListAsync(cancellationToken);
        foreach (var row in touched)
            await ReviseAsync(database, row, origin, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task ReviseAsync(FeaturizerDatabase database, EventRow row, Guid origin, CancellationToken cancellationToken)
    {
        var reported = WireJson.Read<WorkflowAssistanceRequested>(row.Observation);
        var readiness = await SiteStatuses.ReadinessAtAsync(database, row.Sites, row.ReportedAt, cancellationToken);
        var now = MatrixEncoding.Encode(MatrixExtraction.MatrixOf(MatrixExtraction.Resolve(reported.Errors, readiness)));
        if (await database.Matrices.AnyAsync(m => m.EventId == row.EventId && m.Revision == row.MatrixRevision && m.Cells == now, cancellationToken))
            return;

        row.MatrixRevision++;
        await new MatrixRevision(database, clock).AddAsync(row, reported, "late site status", origin, cancellationToken);
    }
}
