using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Views;
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
                active.Swap(new(models));
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>All of them or null: they were promoted together, so without one of them those in use stay in use.</summary>
    private async Task<List<LoadedModel>?> LoadAsync(ScorerDatabase database, List<Row> rows, CancellationToken cancellationToken)
    {
        var models = new List<LoadedModel>();
        foreach (var row in rows)
        {
            if (await ReadAsync(database, row, cancellationToken) is not { } model)
                return null;
            models.Add(model);
        }

        return models;
    }

    private async Task<LoadedModel?> ReadAsync(ScorerDatabase database, Row row, CancellationToken cancellationToken)
    {
        var artifact = await database.Database
            .SqlQuery<byte[]>($"""select artifact as "Value" from retrainer.active_model where target = {row.Target} and version = {row.Version}""")
            .SingleOrDefaultAsync(cancellationToken);
        return artifact is null ? null : Read(row, artifact);
    }

    public void Dispose() => _loading.Dispose();

    private LoadedModel? Read(Row row, byte[] artifact)
    {
        try
        {
            var model = new LoadedModel(Reference(row), new ActiveModel(ModelArtifact.Load(artifact, row.Sha256), MatrixViews.Tier));
            LogLoaded(row.Target, row.Version);
            return model;
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
