using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>Brings the sets that the retrainer calls active and in shadow into use, when they are others than those in use.</summary>
internal sealed partial class ModelLoader(IDbContextFactory<ScorerDatabase> databases, ActiveModels active, ILogger<ModelLoader> logger) : IDisposable
{
    private static readonly Counter<long> Refused = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.models.refused", "{model}", "Models that were not loaded because they are not what was promised");

    private readonly SemaphoreSlim _loading = new(1, 1);

    private sealed record Row(bool InShadow, Guid RunId, string Target, int Version, string Sha256);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var rows = await database.Database.SqlQuery<Row>(
                $"""
                select false as in_shadow, run_id, target, version, sha256 from retrainer.active_model
                union all select true, run_id, target, version, sha256 from retrainer.shadow_model order by in_shadow, target
                """).ToListAsync(cancellationToken);
            await LoadAsync(database, rows.ToLookup(row => row.InShadow), cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    /// <summary>
    /// Both are swapped at once. Active models that are refused leave those in use where they are; without a shadow,
    /// or with one that is refused, the active ones are alone.
    /// </summary>
    private async Task LoadAsync(ScorerDatabase database, ILookup<bool, Row> rows, CancellationToken cancellationToken)
    {
        var before = active.Pair;
        var next = await SetOfAsync(database, [.. rows[false]], before, cancellationToken) ?? before.Active;
        var shadow = rows[true].Any() ? await SetOfAsync(database, [.. rows[true]], before, cancellationToken) : null;
        if (next != before.Active || shadow != before.Shadow)
            active.Swap(next, shadow);
    }

    /// <summary>All of them or null: they are moved together, so without one of them the others are not used.</summary>
    private async Task<ModelSet?> SetOfAsync(ScorerDatabase database, List<Row> rows, ModelPair inUse, CancellationToken cancellationToken)
    {
        if (new[] { inUse.Active, inUse.Shadow }.FirstOrDefault(set => set is not null && set.References.SequenceEqual(rows.Select(Reference))) is { } known)
            return known;
        var (models, confidence) = (new List<LoadedModel>(), (LoadedConfidence?)null);
        foreach (var row in rows)
        {
            if (await ArtifactAsync(database, row, cancellationToken) is not { } artifact)
                return null;
            if (row.Target == PlanConfidence.Target)
                confidence = Read(row, () => new LoadedConfidence(Reference(row), PlanConfidence.Load(artifact, row.Sha256)));
            else if (Read(row, () => new LoadedModel(Reference(row), ActiveModel.Load(artifact, row.Sha256, row.Target))) is { } model)
                models.Add(model);
        }

        return models.Count + (confidence is null ? 0 : 1) == rows.Count
            ? new(models, confidence, rows.Select(row => (Guid?)row.RunId).FirstOrDefault())
            : null;
    }

    private static Task<byte[]?> ArtifactAsync(ScorerDatabase database, Row row, CancellationToken cancellationToken) => database.Database.SqlQuery<byte[]>(
        $"""
        select artifact as "Value" from retrainer.active_model where target = {row.Target} and version = {row.Version}
        union all select artifact from retrainer.shadow_model where target = {row.Target} and version = {row.Version}
        """).SingleOrDefaultAsync(cancellationToken);

    private T? Read<T>(Row row, Func<T> read)
        where T : class
    {
        try
        {
            var loaded = read();
            LogLoaded(row.Target, row.Version, row.InShadow ? " in shadow" : "");
            return loaded;
        }
        catch (ArtifactRefusedException refused)
        {
            Refused.Add(1, new KeyValuePair<string, object?>("target", row.Target));
            LogRefused(row.Target, row.Version, refused);
            return null;
        }
    }

    private static ModelReference Reference(Row row) => new() { Target = row.Target, Version = row.Version, Sha256 = row.Sha256 };

    [LoggerMessage(1, LogLevel.Information, "Using model {Target} version {Version}{Place}")]
    private partial void LogLoaded(string target, int version, string place);

    [LoggerMessage(2, LogLevel.Error, "Refused model {Target} version {Version}")]
    private partial void LogRefused(string target, int version, Exception refused);
}
