using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// Enters what a training brought into the registry. How it does against the sets that are there takes a while, so that is
/// found out before the registry is locked, and again if they have changed meanwhile.
/// </summary>
internal sealed partial class SetEntry(
    ModelRegistry registry, TrialStore trials, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<SetEntry> logger)
{
    private static readonly string CodeVersion =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Returns what is to be reported of the training; one that was entered before its process died is not entered twice.</summary>
    public async Task<(PromotionDecision Decision, IReadOnlyList<TargetReport> Targets)> EnterAsync(
        Guid runId, Candidates candidates, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (incumbents, decision) = await registry.ReadAsync((database, sets) => DecideAsync(database, sets, candidates, cancellationToken), cancellationToken);
            var entered = await registry.ChangeAsync(async (database, changes) =>
            {
                var isKnown = await changes.FindAsync(runId) is not null;
                if (!isKnown && !await incumbents.AreStillAsync(changes))
                    return false;
                if (!isKnown)
                    await EnterNewAsync(database, changes, runId, candidates, incumbents, decision, cancellationToken);
                return true;
            }, cancellationToken);
            if (entered)
                return await registry.ReadAsync((_, sets) => ReportAsync(sets, runId, candidates), cancellationToken);
        }
    }

    /// <summary>Whether no set was ever active, so that the next one is without having proved itself.</summary>
    public Task<bool> IsFirstAsync(CancellationToken cancellationToken) =>
        registry.ReadAsync((database, _) => IsFirstAsync(database, cancellationToken), cancellationToken);

    private static async Task<bool> IsFirstAsync(RetrainerDatabase database, CancellationToken cancellationToken) =>
        !await database.Sets.AnyAsync(set => set.PromotedAt != null, cancellationToken);

    private static async Task<(PromotionDecision Decision, IReadOnlyList<TargetReport> Targets)> ReportAsync(SetChanges sets, Guid runId, Candidates candidates)
    {
        var set = (await sets.FindAsync(runId))!;
        var versions = (await sets.ModelsOfAsync(runId)).ToDictionary(model => model.Target, model => (int?)model.Version);
        return (new(set.State, set.Reason), [.. candidates.Targets.Select(target => TargetReport.Of(target, versions.GetValueOrDefault(target.Target.Name)))]);
    }

    private async Task<(Incumbents Incumbents, PromotionDecision Decision)> DecideAsync(
        RetrainerDatabase database, SetChanges sets, Candidates candidates, CancellationToken cancellationToken)
    {
        var incumbents = await Incumbents.ReadAsync(sets);
        var isFirst = await IsFirstAsync(database, cancellationToken);
        if (incumbents.UsableActive is not { } active)
            return (incumbents, candidates.Decide(new() { IsFirst = isFirst }));

        var rows = await sets.ModelsOfAsync(active.RunId);
        var drift = await database.Drifts.Where(found => found.IsOn && found.RunId == active.RunId).OrderByDescending(found => found.Since).FirstOrDefaultAsync(cancellationToken);
        var trial = incumbents.UsableShadow is { } shadow ? await TrialOfAsync(database, shadow, active, drift, cancellationToken) : null;
        var border = candidates.BorderAfter(rows.Max(row => row.WindowTo));
        if (drift?.Since > border)
            return (incumbents, candidates.Decide(new() { Drift = drift.Since, Trial = trial }));

        using var models = new StoredModels(rows);
        var duel = border is { } from ? candidates.Fight(models.Models, from, cancellationToken) : null;
        return (incumbents, candidates.Decide(new() { AgainstActive = duel, Trial = trial }));
    }

    private async Task<OpenTrial> TrialOfAsync(RetrainerDatabase database, SetRow shadow, SetRow active, DriftRow? drift, CancellationToken cancellationToken)
    {
        var comparison = ShadowTrial.Compare(
            await trials.LoadAsync(shadow.RunId, active.RunId, cancellationToken), options.Value.PromotionLevel, options.Value.MostTrialWorkflows);
        var startedAt = await database.Runs.Where(run => run.RunId == shadow.RunId).Select(run => run.StartedAt).SingleAsync(cancellationToken);
        return new(shadow.RunId, comparison.Cases, comparison.Evidence, clock.GetUtcNow() - shadow.EnteredAt, drift is null || startedAt >= drift.FoundAt);
    }

    private async Task EnterNewAsync(
        RetrainerDatabase database, SetChanges changes, Guid runId, Candidates candidates, Incumbents incumbents, PromotionDecision decision, CancellationToken cancellationToken)
    {
        var set = new SetRow { RunId = runId, State = SetState.Candidate, Reason = "trained", EnteredAt = clock.GetUtcNow() };
        database.Sets.Add(set);
        foreach (var entry in candidates.EntriesBy(CodeVersion))
            database.Models.Add(await RowAsync(database, runId, entry, cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
        if (incumbents.ActiveRefusal is { } refusal)
            LogUnusable(incumbents.Active!.RunId, refusal, incumbents.Fallback?.RunId);
        await incumbents.LeaveAsync(changes);
        if (decision.State == SetState.Shadow && await changes.InStateAsync(SetState.Shadow) is { } shadow)
            await changes.MoveAsync(shadow, SetState.Retired, ModelRegistry.Itself, $"{runId} took its place: {decision.Reason}");
        await (decision.State == SetState.Active
            ? changes.ActivateAsync(set, ModelRegistry.Itself, decision.Reason)
            : changes.MoveAsync(set, decision.State, ModelRegistry.Itself, decision.Reason));
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

    [LoggerMessage(42, LogLevel.Error, "The active models of {Run} cannot be used: {Reason} Back to {Fallback}; without one nothing is recommended until somebody promotes a set")]
    private partial void LogUnusable(Guid run, string reason, Guid? fallback);
}
