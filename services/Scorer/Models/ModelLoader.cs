using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>Brings the models that the retrainer calls active into use, when they are others than those in use.</summary>
internal sealed partial class ModelLoader(IDbContextFactory<ScorerDatabase> databases, ActiveModels active, ILogger<ModelLoader> logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);

    private sealed record Row(string Target, int Version, string Sha256);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var rows = await database.Database
                .SqlQuery<Row>($"select target, version, sha256 from retrainer.active_model order by target")
                .ToListAsync(cancellationToken);
            if (!rows.Select(Reference).SequenceEqual(active.Current.References) && await LoadAsync(database, rows, cancellationToken) is { } models)
                active.Swap(models);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>All of them or null: they were promoted together, so without one of them those in use stay in use.</summary>
    private async Task<ModelSet?> LoadAsync(ScorerDatabase database, List<Row> rows, CancellationToken cancellationToken)
    {
        var (models, confidence) = (new List<LoadedModel>(), (LoadedConfidence?)null);
        foreach (var row in rows)
        {
            if (await ArtifactAsync(database, row, cancellationToken) is not { } artifact)
                return null;
            if (row.Target == PlanConfidence.Target)
                confidence = Read(row, () => new LoadedConfidence(Reference(row), PlanConfidence.Load(artifact, row.Sha256)));
            else if (Read(row, () => new LoadedModel(Reference(row), new ActiveModel(ModelArtifact.Load(artifact, row.Sha256)))) is { } model)
                models.Add(model);
        }

        return models.Count + (confidence is null ? 0 : 1) == rows.Count ? new(models, confidence) : null;
    }

    private static Task<byte[]?> ArtifactAsync(ScorerDatabase database, Row row, CancellationToken cancellationToken) => database.Database
        .SqlQuery<byte[]>($"""select artifact as "Value" from retrainer.active_model where target = {row.Target} and version = {row.Version}""")
        .SingleOrDefaultAsync(cancellationToken);

    public void Dispose() => _loading.Dispose();

    private T? Read<T>(Row row, Func<T> read)
        where T : class
    {
        try
        {
            var loaded = read();
            LogLoaded(row.Target, row.Version);
            return loaded;
        }
        catch (ArtifactRefusedException refused)
        {
            LogRefused(row.Target, row.Version, refused);
            return null;
        }
    }

    private static ModelReference Reference(Row row) => new() { Target = row.Target, Version = row.Version, Sha256 = row.Sha256 };

    [LoggerMessage(1, LogLevel.Information, "Using model {Target} version {Version}")]
    private partial void LogLoaded(string target, int version);

    [LoggerMessage(2, LogLevel.Error, "Refused model {Target} version {Version}")]
    private partial void LogRefused(string target, int version, Exception refused);
}
