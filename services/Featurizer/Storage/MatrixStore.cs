using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>Stores each observation of an event once, with its matrix, and tells the scorer.</summary>
internal sealed class MatrixStore(IDbContextFactory<FeaturizerDatabase> databases, OutgoingPublisher<FeaturizerDatabase> outgoing, TimeProvider clock)
{
    public async Task StoreAsync(AssistanceAccepted accepted, CancellationToken cancellationToken)
    {
        var origin = NameBasedGuid.Of("featurized", accepted.EventId, accepted.Event.ObservedAt);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            await SiteLocks.ShareAsync(database, MatrixExtraction.SitesOf(accepted.Event), cancellationToken);
            if (await ObserveAsync(database, accepted, cancellationToken) is { } observed)
            {
                var cause = observed.MatrixRevision == 1 ? "reported" : "newer counts";
                await new MatrixRevision(database, clock).AddAsync(observed, accepted.Event, cause, origin, cancellationToken);
                await database.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(origin, cancellationToken);
    }

    /// <summary>The event with this observation and the number of its next matrix, or null when nothing is new.</summary>
    private async Task<EventRow?> ObserveAsync(FeaturizerDatabase database, AssistanceAccepted accepted, CancellationToken cancellationToken)
    {
        var reported = accepted.Event;
        var observation = WireJson.Write(reported);
        var sites = MatrixExtraction.SitesOf(reported);
        var family = reported.PrepId ?? WorkflowName.Parse(reported.Workflow).Family;
        var inserted = await database.Database.ExecuteSqlAsync(
            $"""
            insert into featurizer.event (event_id, workflow, task, family, reported_at, source, observation, sites, matrix_revision, received_at)
            values ({accepted.EventId}, {reported.Workflow}, {reported.Task}, {family}, {reported.ReportedAt}, 'live', {observation}, {sites}, 1, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken);
        var known = await database.Events
            .FromSql($"select * from featurizer.event where event_id = {accepted.EventId} for update")
            .SingleAsync(cancellationToken);
        if (inserted == 0)
        {
            // Nobody was told of an imported event, so a live report of it is news whatever it holds.
            if (known.Source == "live" && (reported.ObservedAt is not { } at || at <= known.ObservedAt))
                return null;

            known.Source = "live";
            known.Observation = observation;
            known.Sites = sites;
            known.MatrixRevision++;
        }

        known.Observe(reported);
        return known;
    }
}
