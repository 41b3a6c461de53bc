using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// The sets of models and their states. Every change is one transaction under one lock, with a record of who made it and
/// why; it ends by telling the scorers, of which every copy listens at the database, and whoever listens at the broker.
/// </summary>
internal sealed partial class ModelRegistry(
    IDbContextFactory<RetrainerDatabase> databases, OutgoingPublisher<RetrainerDatabase> outgoing, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<ModelRegistry> logger)
{
    /// <summary>Who makes the moves that nobody asked for.</summary>
    public const string Itself = "retrainer";

    /// <summary>All news of moves come from the registry, so that whoever tells its own also tells what another left behind.</summary>
    public static readonly Guid Origin = NameBasedGuid.Of("model registry");

    /// <summary>Ends the shadow of a set by what was found beside the active one, unless one of both has gone meanwhile.</summary>
    /// <param name="shadow">The run of the set in shadow.</param>
    /// <param name="active">The run of the set that it was compared with.</param>
    /// <param name="promote">Whether it becomes active; else it is retired.</param>
    /// <param name="why">What was found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<bool> EndShadowAsync(Guid shadow, Guid active, bool promote, string why, CancellationToken cancellationToken) => ChangeAsync(async (_, changes) =>
    {
        var set = await changes.InStateAsync(SetState.Shadow);
        if (set?.RunId != shadow || (await changes.InStateAsync(SetState.Active))?.RunId != active)
            return false;
        await (promote ? changes.ActivateAsync(set, Itself, why) : changes.MoveAsync(set, SetState.Retired, Itself, why));
        return true;
    }, cancellationToken);

    /// <summary>A look at the sets, which may have changed when it is over.</summary>
    public async Task<T> ReadAsync<T>(Func<RetrainerDatabase, SetChanges, Task<T>> look, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await look(database, new SetChanges(database, clock.GetUtcNow(), cancellationToken));
    }

    /// <summary>Any change: all of it or nothing, and never beside another.</summary>
    public async Task<T> ChangeAsync<T>(Func<RetrainerDatabase, SetChanges, Task<T>> change, CancellationToken cancellationToken)
    {
        var result = await CommitAsync(change, cancellationToken);
        await TellAsync(cancellationToken);
        return result;
    }

    private async Task<T> CommitAsync<T>(Func<RetrainerDatabase, SetChanges, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('workflow-recovery model sets', 0))", cancellationToken);
        var changes = new SetChanges(database, clock.GetUtcNow(), cancellationToken);
        var result = await change(database, changes);
        await changes.DropArtifactsAsync(options.Value.KeepSets);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>The moves are made, whoever hears of them: what cannot be told now is swept up later.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await outgoing.PublishAsync(Origin, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUntold(failure);
        }
    }

    [LoggerMessage(40, LogLevel.Warning, "Could not tell of moves of models; will try again")]
    private partial void LogUntold(Exception failure);
}
