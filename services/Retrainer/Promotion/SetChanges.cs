using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What one transaction that holds the registry's lock changes among the sets.</summary>
internal sealed class SetChanges(RetrainerDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
{
    public async Task<SetRow?> FindAsync(Guid runId) => await database.Sets.FindAsync([runId], cancellationToken);

    public Task<SetRow?> InStateAsync(string state) => database.Sets.SingleOrDefaultAsync(set => set.State == state, cancellationToken);

    public Task<List<ModelRow>> ModelsOfAsync(Guid runId) =>
        database.Models.Where(model => model.RunId == runId).OrderBy(model => model.Target).ToListAsync(cancellationToken);

    /// <summary>Why a set could not be used; null when it could.</summary>
    public async Task<string?> WhyUnusableAsync(SetRow set) => StoredModels.WhyUnusable(set.RunId, await ModelsOfAsync(set.RunId));

    /// <summary>The sets that rollbacks lead to, in turn.</summary>
    public async Task<IReadOnlyList<SetRow>> BelowActiveAsync()
    {
        var below = new List<SetRow>();
        foreach (var runId in RollbackPath.Of(await ActivationsAsync()).Skip(1))
            below.Add((await FindAsync(runId))!);
        return below;
    }

    /// <summary>The active set is retired first: there is never more than one.</summary>
    public async Task ActivateAsync(SetRow set, string by, string why)
    {
        if (await InStateAsync(SetState.Active) is { } before)
        {
            await MoveAsync(before, SetState.Retired, by, $"{set.RunId} took over: {why}");
            set.PreviousRunId = before.RunId;
        }

        set.PromotedAt = now;
        await MoveAsync(set, SetState.Active, by, why);
    }

    /// <summary>Back to an earlier set; the next rollback leads to what that was put on top of.</summary>
    public async Task RollBackAsync(SetRow active, SetRow earlier, string by, string why)
    {
        await MoveAsync(active, SetState.Retired, by, $"rolled back to {earlier.RunId}: {why}");
        earlier.PromotedAt = now;
        await MoveAsync(earlier, SetState.Active, by, $"rolled back from {active.RunId}: {why}", isRollback: true);
        earlier.PreviousRunId = RollbackPath.Of(await ActivationsAsync()).Cast<Guid?>().ElementAtOrDefault(1);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>One move, with its record and the news of it; scorers hear of it at once when it changes what they load.</summary>
    public async Task MoveAsync(SetRow set, string to, string by, string why, bool isRollback = false)
    {
        var move = new MoveRow { RunId = set.RunId, FromState = set.State, ToState = to, MovedAt = now, MovedBy = by, Why = why, IsRollback = isRollback };
        database.Moves.Add(move);
        var isHeard = IsLoaded(set.State) || IsLoaded(to);
        (set.State, set.Reason) = (to, why);
        await database.SaveChangesAsync(cancellationToken);
        database.Outgoing.Add(NewsOf(move));
        await database.SaveChangesAsync(cancellationToken);
        if (isHeard)
            await database.Database.ExecuteSqlAsync($"select pg_notify('models_promoted', {set.RunId.ToString()})", cancellationToken);
    }

    /// <summary>
    /// Of the sets that are not in use only the newest keep their artifacts; the one that a rollback leads to always does.
    /// Their rows, metrics and moves stay.
    /// </summary>
    public Task<int> DropArtifactsAsync(int keepSets) => database.Database.ExecuteSqlAsync(
        $"""
        update retrainer.model set artifact = null
        where artifact is not null
        and run_id not in (select run_id from retrainer.model_set order by entered_at desc, run_id limit {keepSets})
        and run_id not in (select run_id from retrainer.model_set where state in ('active', 'shadow'))
        and run_id not in (select previous_run_id from retrainer.model_set where state = 'active' and previous_run_id is not null)
        """, cancellationToken);

    private Task<List<Activation>> ActivationsAsync() => database.Moves
        .Where(move => move.ToState == SetState.Active)
        .OrderBy(move => move.Number)
        .Select(move => new Activation(move.RunId, move.IsRollback))
        .ToListAsync(cancellationToken);

    private OutgoingMessage NewsOf(MoveRow move) => InsideMessage.Stage(
        NameBasedGuid.Of("models moved", move.Number),
        ModelRegistry.Origin,
        InsideKeys.ModelsMoved,
        new ModelsMoved(move.Number, move.RunId, move.FromState, move.ToState, move.MovedBy, move.Why, move.MovedAt),
        now);

    private static bool IsLoaded(string state) => state is SetState.Active or SetState.Shadow;
}
