using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Ingestor.Intake;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Telemetry;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>Stores events in assistance, each observation once, and passes on what is new.</summary>
internal sealed class AssistanceStore(IDbContextFactory<IngestorDatabase> databases, OutgoingPublisher<IngestorDatabase> outgoing, TimeProvider clock)
{
    private static readonly Counter<long> Observations = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.intake.observations", "{observation}", "Reports of workflows in assistance, by what they meant");

    /// <summary>Returns null: an event in assistance is never refused for what is already known.</summary>
    public async Task<string?> StoreAsync(WorkflowAssistanceRequested reported, CancellationToken cancellationToken)
    {
        var eventId = EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        var origin = NameBasedGuid.Of("observation", eventId, reported.ObservedAt);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await IsNewAsync(database, eventId, reported, cancellationToken))
            {
                var accepted = new AssistanceAccepted(eventId, clock.GetUtcNow(), reported);
                database.Outgoing.Add(InsideMessage.Stage(NameBasedGuid.Of("assistance", origin), origin, InsideKeys.AssistanceAccepted, accepted, clock.GetUtcNow()));
                await database.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(origin, cancellationToken);
        return null;
    }

    private async Task<bool> IsNewAsync(IngestorDatabase database, Guid eventId, WorkflowAssistanceRequested reported, CancellationToken cancellationToken)
    {
        var body = WireJson.Write(reported);
        var hash = SHA256.HashData(WireJson.Write(reported with { ObservedAt = null }));
        var inserted = await database.Database.ExecuteSqlAsync(
            $"""
            insert into ingestor.assistance_event (event_id, workflow, task, reported_at, observed_at, content_hash, body, received_at)
            values ({eventId}, {reported.Workflow}, {reported.Task}, {reported.ReportedAt}, {reported.ObservedAt}, {hash}, {body}, {clock.GetUtcNow()})
            on conflict do nothing
            """, cancellationToken);
        if (inserted == 1)
        {
            Count("First");
            return true;
        }

        var known = await database.AssistanceEvents
            .FromSql($"select * from ingestor.assistance_event where event_id = {eventId} for update")
            .SingleAsync(cancellationToken);
        var choice = Observation.Choose(new(known.ObservedAt, known.ContentHash), new(reported.ObservedAt, hash));
        Apply(choice, known, reported, hash, body);
        await database.SaveChangesAsync(cancellationToken);
        Count(choice.ToString());
        return choice is ObservationChoice.NewerCounts;
    }

    private static void Apply(ObservationChoice choice, AssistanceEvent known, WorkflowAssistanceRequested reported, byte[] hash, byte[] body)
    {
        if (choice is ObservationChoice.DifferingRepeat)
            known.DifferingRepeats++;
        if (choice is not (ObservationChoice.NewerCounts or ObservationChoice.Confirmation))
            return;

        known.ObservedAt = reported.ObservedAt;
        known.ContentHash = hash;
        known.Body = body;
    }

    private static void Count(string meaning) => Observations.Add(1, new KeyValuePair<string, object?>("meaning", meaning));
}
