using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Tests.Storage;
using WorkflowRecovery.Retrainer.Training;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

/// <summary>Sets of models without any training, and a copy of what moves them.</summary>
internal static class StoredSets
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private const string Before = "before the test";

    /// <summary>A set that was entered so many hours after the start; one that is active or retired was promoted then.</summary>
    public static async Task<Guid> EnterAsync(this RunningStores stores, string state, int hours = 0, Guid? previous = null, bool readable = true)
    {
        var (run, enteredAt) = (Guid.NewGuid(), Start.AddHours(hours));
        await stores.RunAsOwnerAsync("insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, $2)", run, enteredAt);
        await stores.RunAsOwnerAsync(
            "insert into retrainer.model_set values ($1, $2, 'test', $3, $4, $5, null)", run, state, previous, enteredAt, state is "active" or "retired" ? enteredAt : null);
        await stores.RunAsOwnerAsync(
            """
            insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
            select 'action', coalesce(max(version), 0) + 1, $1, $3, $4, $2, $2, 1, 1, 'test', '{}', $2 from retrainer.model
            """, run, enteredAt, readable ? Habits.ActionModel.Artifact : [0], Habits.ActionModel.Sha256);
        if (state is "active" or "retired")
        {
            await stores.RunAsOwnerAsync(
                "insert into retrainer.model_move (run_id, from_state, to_state, moved_at, moved_by, why, is_rollback) values ($1, 'candidate', 'active', $2, $3, 'test', false)",
                run, enteredAt, Before);
        }

        return run;
    }

    public static ModelRegistry Registry(this RunningStores stores, int keepSets = 10, OutgoingPublisher<RetrainerDatabase>? outgoing = null, IDbContextFactory<RetrainerDatabase>? databases = null) => new(
        databases ?? stores.Databases, outgoing ?? stores.Outgoing, Options.Create(new RetrainingOptions { KeepSets = keepSets }), TimeProvider.System, NullLogger<ModelRegistry>.Instance);

    public static SetEntry Entry(this RunningStores stores, ModelRegistry? registry = null) => new(
        registry ?? stores.Registry(), stores.Trials(), Options.Create(new RetrainingOptions()), TimeProvider.System, NullLogger<SetEntry>.Instance);

    public static TrialStore Trials(this RunningStores stores) => new(stores.Databases, new(stores.Databases));

    public static RequestedMoves Moves(this RunningStores stores) => new(stores.Registry(), TimeProvider.System, NullLogger<RequestedMoves>.Instance);

    public static async Task<string> StateOfAsync(this RunningStores stores, Guid run)
    {
        await using var database = await stores.Databases.CreateDbContextAsync();
        return (await database.Sets.AsNoTracking().SingleAsync(set => set.RunId == run)).State;
    }

    /// <summary>The moves that the test made.</summary>
    public static async Task<List<MoveRow>> MovesAsync(this RunningStores stores)
    {
        await using var database = await stores.Databases.CreateDbContextAsync();
        return await database.Moves.AsNoTracking().Where(move => move.MovedBy != Before).OrderBy(move => move.Number).ToListAsync();
    }
}
