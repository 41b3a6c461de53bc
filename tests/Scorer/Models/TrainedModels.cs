using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Tests.Models;

/// <summary>A stored model.</summary>
internal sealed record StoredModel(string Target, byte[] Artifact, string Sha256);

/// <summary>
/// Small real models of invented operators: 50660 asks for 20 GB and more, 99303 for 15 GB, 8001 for finer splitting,
/// 73 for a clone, anything else for a plain acdc.
/// </summary>
internal static class TrainedModels
{
    private static readonly Lazy<IReadOnlyList<StoredModel>> Trained = new(() => Train(seed: 7));
    private static readonly Lazy<IReadOnlyList<StoredModel>> Others = new(() => Train(seed: 8));

    public static IReadOnlyList<StoredModel> Stored => Trained.Value;

    /// <summary>Of another training.</summary>
    public static IReadOnlyList<StoredModel> OtherStored => Others.Value;

    public static ModelSet Set { get; } = SetOf(Stored);

    public static ModelSet SetOf(IReadOnlyList<StoredModel> stored, Guid? runId = null) => new([.. stored.Select(model => new LoadedModel(
        new ModelReference { Target = model.Target, Version = 1, Sha256 = model.Sha256 },
        new ActiveModel(ModelArtifact.Load(model.Artifact, model.Sha256), MatrixViews.Tier)))], runId);

    private static IReadOnlyList<StoredModel> Train(int seed)
    {
        var random = new Random(seed);
        var examples = Enumerable.Range(0, 600).Select(at => One(at, random)).ToList();
        return [.. RecoveryTargets.All.Select(target =>
        {
            using var model = ModelTrainer.Train(target, examples, new TrainingOptions { Rounds = 25 }).Model!;
            var bytes = ModelArtifact.Of(model, MatrixViews.Tier, "test").ToBytes();
            return new StoredModel(target.Name, bytes, ModelArtifact.Sha256Of(bytes));
        })];
    }

    private static Example One(int at, Random random)
    {
        var code = random.GetItems([92, 85, 50660, 73, 99303, 8001], 1)[0];
        var action = code switch
        {
            50660 => new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = random.GetItems([20_000, 20_000, 30_000], 1)[0] },
            99303 => new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 15_000 },
            8001 => new RecoveryAction(RecoveryActionKind.Acdc) { Splitting = "10x", Xrootd = true },
            73 => new RecoveryAction(RecoveryActionKind.Clone),
            _ => new RecoveryAction(RecoveryActionKind.Acdc),
        };
        var matrix = SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(5, 300))]);
        var reportedAt = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(4 * at);
        return new($"/w{at}/Task", $"w{at}", $"family{at}", reportedAt, MatrixViews.Tier.Of(matrix), action, ParametersGiven: true, 1);
    }
}
