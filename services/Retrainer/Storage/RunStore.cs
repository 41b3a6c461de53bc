using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>Keeps the record of trainings.</summary>
internal sealed class RunStore(IDbContextFactory<RetrainerDatabase> databases, NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The right to train, or null while another copy has it. It ends with the connection, so a crash frees it.</summary>
    public async Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended('workflow-recovery training', 0))", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                return new Turn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async Task RequestAsync(Guid runId, string cause, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into retrainer.training (run_id, cause, state, done, requested_at)
            values ({runId}, {cause}, 'requested', 0, {clock.GetUtcNow()}) on conflict do nothing
            """, cancellationToken);
    }

    /// <summary>The next training; one that was running when its process died comes again.</summary>
    public async Task<Guid?> NextAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Runs
            .Where(run => run.State == "requested" || run.State == "running")
            .OrderBy(run => run.RequestedAt)
            .Select(run => (Guid?)run.RunId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<News> NewsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var last = await database.Runs.MaxAsync(run => run.StartedAt, cancellationToken);
        var since = last ?? DateTimeOffset.UnixEpoch;
        return await database.Database.SqlQuery<News>(
            $"""
            select {last} as last_started_at, count(*) as new_actions, max(received_at) as newest_at, (select min(found_at) from retrainer.drift where is_on) as drift_since
            from ingestor.recorded_action where received_at > {since}
            """).SingleAsync(cancellationToken);
    }

    public Task StartAsync(Guid runId, CancellationToken cancellationToken) => ChangeAsync(runId, run =>
    {
        run.State = "running";
        run.StartedAt = clock.GetUtcNow();
        run.Stage = "reading examples";
    }, cancellationToken);

    public Task ProgressAsync(Guid runId, string stage, double done, CancellationToken cancellationToken) => ChangeAsync(runId, run =>
    {
        run.Stage = stage;
        run.Done = done;
    }, cancellationToken);

    public Task FinishAsync(Guid runId, RunReport report, CancellationToken cancellationToken) => ChangeAsync(runId, run =>
    {
        run.State = "done";
        run.Done = 1;
        run.FinishedAt = clock.GetUtcNow();
        run.Report = JsonSerializer.Serialize(report, JsonSerializerOptions.Web);
    }, cancellationToken);

    public Task FailAsync(Guid runId, string why, CancellationToken cancellationToken) => ChangeAsync(runId, run =>
    {
        run.State = "failed";
        run.FinishedAt = clock.GetUtcNow();
        run.Failure = why;
    }, cancellationToken);

    private async Task ChangeAsync(Guid runId, Action<RunRow> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        change(await database.Runs.SingleAsync(run => run.RunId == runId, cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
    }

    private sealed class Turn(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            await using (var unlock = new NpgsqlCommand("select pg_advisory_unlock_all()", connection))
                await unlock.ExecuteNonQueryAsync();
        }
    }
}
