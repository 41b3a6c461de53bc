using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>Keeps the record of trainings.</summary>
internal sealed class RunStore(IDbContextFactory<RetrainerDatabase> databases, NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>A training that was begun so often and never ended is given up: it may be what ends its process.</summary>
    public const int MostAttempts = 3;

    /// <summary>The right to train, or null while another copy has it.</summary>
    public async Task<Turn?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        var turn = new Turn(source);
        return await turn.TryTakeAsync(cancellationToken) ? turn : null;
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
            select {last} as last_started_at, count(*) as new_actions, min(received_at) as oldest_at,
                   max(received_at) filter (where source = 'import') as newest_import_at, (select min(found_at) from retrainer.drift where is_on) as drift_since
            from ingestor.recorded_action where received_at > {since}
            """).SingleAsync(cancellationToken);
    }

    /// <summary>False when it was begun too often already; then it has failed.</summary>
    public async Task<bool> StartAsync(Guid runId, CancellationToken cancellationToken)
    {
        var begun = false;
        await ChangeAsync(runId, run =>
        {
            begun = run.Attempts < MostAttempts;
            if (begun)
                (run.State, run.StartedAt, run.Stage, run.Attempts) = ("running", clock.GetUtcNow(), "reading examples", run.Attempts + 1);
            else
                (run.State, run.FinishedAt, run.Failure) = ("failed", clock.GetUtcNow(), $"given up: it was begun {run.Attempts} times and never ended; it may be what ended the process");
        }, cancellationToken);
        return begun;
    }

    /// <summary>It comes again, as if it had not been begun.</summary>
    public Task GiveBackAsync(Guid runId, CancellationToken cancellationToken) => ChangeAsync(runId, run =>
    {
        run.State = "requested";
        run.Attempts--;
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
}
