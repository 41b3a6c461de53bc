using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Operations;

/// <summary>How a service stands with its tables and with what it has to send.</summary>
internal sealed record ServiceStanding(string Service, int? SchemaNumber, long Waiting, DateTimeOffset? OldestWaitingAt);

/// <summary>When the newest of each kind came to be.</summary>
internal sealed record NewestTimes(DateTimeOffset? Event, DateTimeOffset? Matrix, DateTimeOffset? Recommendation);

/// <summary>A training.</summary>
internal sealed record TrainingRun(
    Guid RunId, string Cause, string State, string? Stage, double Done, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    int? Examples, string? Outcome, string? Reason, string? Failure);

/// <summary>Reads what services publish of their own state.</summary>
internal sealed class OperationsReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostTrainings = 10;

    public async Task<IReadOnlyList<ServiceStanding>> StandingsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<ServiceStanding>(
            $"""
            select 'ingestor' as service, schema_number, waiting, oldest_waiting_at from ingestor.service_standing
            union all select 'featurizer', schema_number, waiting, oldest_waiting_at from featurizer.service_standing
            union all select 'scorer', schema_number, waiting, oldest_waiting_at from scorer.service_standing
            union all select 'retrainer', schema_number, waiting, oldest_waiting_at from retrainer.service_standing
            union all select 'console', (select max(number) from console.schema_migration), count(*), min(created_at)
                from console.outgoing_message where published_at is null
            """).ToListAsync(cancellationToken);
    }

    public async Task<NewestTimes> NewestAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<NewestTimes>(
            $"""
            select (select received_at from ingestor.newest_event) as event, (select stored_at from featurizer.newest_matrix) as matrix,
                (select recommended_at from scorer.newest_recommendation) as recommendation
            """).SingleAsync(cancellationToken);
    }

    /// <summary>The newest trainings first.</summary>
    public async Task<IReadOnlyList<TrainingRun>> TrainingsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<TrainingRun>(
            $"""
            select run_id, cause, state, stage, done, requested_at, started_at, finished_at,
                (report ->> 'examples')::int as examples, report ->> 'state' as outcome, report ->> 'reason' as reason, failure
            from retrainer.training_run order by requested_at desc, run_id limit {MostTrainings}
            """).ToListAsync(cancellationToken);
    }
}
