using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Artifacts;
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

    private static readonly string CodeVersion =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Returns what is to be reported of the training; one that was entered before its process died is not entered twice.</summary>
    public Task<(PromotionDecision Decision, IReadOnlyList<TargetReport> Targets)> EnterAsync(
        Guid runId, Candidates candidates, CancellationToken cancellationToken) => ChangeAsync(async (database, changes) =>
    {
        if (await changes.FindAsync(runId) is null)
            await EnterNewAsync(database, changes, runId, candidates, cancellationToken);
        var set = (await changes.FindAsync(runId))!;
        var versions = (await changes.ModelsOfAsync(runId)).ToDictionary(model => model.Target, model => (int?)model.Version);
        return (new PromotionDecision(set.State, set.Reason), (IReadOnlyList<TargetReport>)[.. candidates.Targets.Select(target =>
            TargetReport.Of(target, versions.GetValueOrDefault(target.Target.Name)))]);
    }, cancellationToken);

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

    private async Task EnterNewAsync(RetrainerDatabase database, SetChanges changes, Guid runId, Candidates candidates, CancellationToken cancellationToken)
    {
        var (active, shadow) = (await changes.InStateAsync(SetState.Active), await changes.InStateAsync(SetState.Shadow));
        var decision = candidates.Decide(await FightReadableAsync(changes, active, candidates), await FightReadableAsync(changes, shadow, candidates));
        var set = new SetRow { RunId = runId, State = SetState.Candidate, Reason = "trained", EnteredAt = clock.GetUtcNow() };
        database.Sets.Add(set);
        foreach (var entry in candidates.EntriesBy(CodeVersion))
            database.Models.Add(await RowAsync(database, runId, entry, cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
        if (decision.State == SetState.Shadow && shadow?.State == SetState.Shadow)
            await changes.MoveAsync(shadow, SetState.Retired, Itself, $"{runId} took its place: {decision.Reason}");
        await (decision.State == SetState.Active
            ? changes.ActivateAsync(set, Itself, decision.Reason)
            : changes.MoveAsync(set, decision.State, Itself, decision.Reason));
    }

    /// <summary>One that cannot be read judges nothing either, and would stand in the way for ever.</summary>
    private static async Task<Duel?> FightReadableAsync(SetChanges changes, SetRow? incumbent, Candidates candidates)
    {
        try
        {
            return await FightAsync(changes, incumbent, candidates);
        }
        catch (ArtifactRefusedException refused)
        {
            await changes.MoveAsync(incumbent!, SetState.Retired, Itself, $"it cannot be read: {refused.Message}");
            return null;
        }
    }

    private static async Task<Duel?> FightAsync(SetChanges changes, SetRow? incumbent, Candidates candidates)
    {
        if (incumbent is null)
            return null;
        var rows = await changes.ModelsOfAsync(incumbent.RunId);
        var models = new List<ActiveModel>();
        try
        {
            foreach (var row in rows.Where(row => row.Target != PlanConfidence.Target))
                models.Add(new(ModelArtifact.Load(row.Artifact!, row.Sha256)));
            return candidates.Fight(new ActivePlanModels(models), rows.Max(row => row.WindowTo));
        }
        finally
        {
            models.ForEach(model => model.Dispose());
        }
    }

    private async Task<ModelRow> RowAsync(RetrainerDatabase database, Guid runId, RegistryEntry entry, CancellationToken cancellationToken)
    {
        var versions = database.Models.Where(model => model.Target == entry.Target).Select(model => (int?)model.Version);
        return new()
        {
            Target = entry.Target,
            Version = (await versions.MaxAsync(cancellationToken) ?? 0) + 1,
            RunId = runId,
            Artifact = entry.Artifact,
            Sha256 = entry.Sha256,
            WindowFrom = entry.WindowFrom,
            WindowTo = entry.WindowTo,
            Examples = entry.Examples,
            Seed = entry.Seed,
            CodeVersion = CodeVersion,
            Metrics = entry.Metrics,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    [LoggerMessage(40, LogLevel.Warning, "Could not tell of moves of models; will try again")]
    private partial void LogUntold(Exception failure);
}
