using System.Reflection;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// Enters candidates with all that is known of them, promotes them when they deserve it, and tells the scorers: every
/// copy of them listens at the database, and hears of it as the transaction ends.
/// </summary>
internal sealed class ModelRegistry(IDbContextFactory<RetrainerDatabase> databases, TimeProvider clock)
{
    private static readonly string CodeVersion =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Returns what is to be reported of the training; one that was entered before its process died is not entered twice.</summary>
    public async Task<(PromotionDecision Decision, IReadOnlyList<TargetReport> Targets)> EnterAsync(
        Guid runId, Candidates candidates, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var rows = await database.Models.Where(m => m.RunId == runId).ToListAsync(cancellationToken);
        var decision = rows.Count > 0
            ? new PromotionDecision(rows[0].PromotedAt is not null, rows[0].Reason)
            : await EnterNewAsync(database, rows, runId, candidates, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (decision, [.. candidates.Targets.Select(target => TargetReport.Of(target, rows.SingleOrDefault(row => row.Target == target.Target.Name)?.Version))]);
    }

    private async Task<PromotionDecision> EnterNewAsync(
        RetrainerDatabase database, List<ModelRow> rows, Guid runId, Candidates candidates, CancellationToken cancellationToken)
    {
        var active = await database.Models.Where(m => m.State == ModelState.Active).ToListAsync(cancellationToken);
        var decision = Decide(candidates, active);
        foreach (var entry in candidates.EntriesBy(CodeVersion))
            rows.Add(await EnterAsync(database, runId, entry, decision.Reason, cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
        if (decision.Promote)
            await PromoteAsync(database, active, rows, runId, cancellationToken);
        return decision;
    }

    private static PromotionDecision Decide(Candidates candidates, List<ModelRow> active)
    {
        var incumbents = active
            .Where(row => row.Target != PlanConfidence.Target)
            .Select(row => new ActiveModel(ModelArtifact.Load(row.Artifact, row.Sha256)))
            .ToList();
        try
        {
            return incumbents.Count == 0
                ? candidates.Decide(active: null, DateTimeOffset.MinValue)
                : candidates.Decide(new ActivePlanModels(incumbents), active.Max(row => row.WindowTo));
        }
        finally
        {
            incumbents.ForEach(model => model.Dispose());
        }
    }

    private async Task<ModelRow> EnterAsync(RetrainerDatabase database, Guid runId, RegistryEntry entry, string reason, CancellationToken cancellationToken)
    {
        var versions = database.Models.Where(m => m.Target == entry.Target).Select(m => (int?)m.Version);
        var row = new ModelRow
        {
            Target = entry.Target,
            Version = (await versions.MaxAsync(cancellationToken) ?? 0) + 1,
            State = ModelState.Candidate,
            Reason = reason,
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
        database.Models.Add(row);
        return row;
    }

    /// <summary>The old are retired first: at most one model of a target is active at any moment.</summary>
    private async Task PromoteAsync(
        RetrainerDatabase database, List<ModelRow> active, IEnumerable<ModelRow> candidates, Guid runId, CancellationToken cancellationToken)
    {
        active.ForEach(row => row.State = ModelState.Retired);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var row in candidates)
            (row.State, row.PromotedAt) = (ModelState.Active, clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select pg_notify('models_promoted', {runId.ToString()})", cancellationToken);
    }
}
