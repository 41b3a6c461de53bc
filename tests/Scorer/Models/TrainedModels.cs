using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Tests.Models;

/// <summary>A stored model.</summary>
internal sealed record StoredModel(string Target, byte[] Artifact, string Sha256);

/// <summary>
/// Small real models of invented operators: 50660 asks for 20 GB and more, 99303 for 15 GB, 8001 for finer splitting,
/// 8028 for the secondary input, 139 for other cores, 73 for a clone, anything else for a plain acdc.
/// </summary>
internal static class TrainedModels
{
    private static readonly Lazy<IReadOnlyList<StoredModel>> Trained = new(() => Train(seed: 7));
    private static readonly Lazy<IReadOnlyList<StoredModel>> Others = new(() => Train(seed: 8));

    public static IReadOnlyList<StoredModel> Stored => Trained.Value;

    /// <summary>Of another training.</summary>
    public static IReadOnlyList<StoredModel> OtherStored => Others.Value;

    public static ModelSet Set { get; } = SetOf(Stored);

    public static ModelSet SetOf(IReadOnlyList<StoredModel> stored, Guid? runId = null)
    {
        var confidence = stored.Where(model => model.Target == PlanConfidence.Target).Select(model =>
            new LoadedConfidence(ReferenceOf(model), PlanConfidence.Load(model.Artifact, model.Sha256))).SingleOrDefault();
        return new(
            [.. stored.Where(model => model.Target != PlanConfidence.Target).Select(model => new LoadedModel(
                ReferenceOf(model), new ActiveModel(ModelArtifact.Load(model.Artifact, model.Sha256))))],
            confidence,
            runId);
    }

    private static ModelReference ReferenceOf(StoredModel model) => new() { Target = model.Target, Version = 1, Sha256 = model.Sha256 };

    private static IReadOnlyList<StoredModel> Train(int seed)
    {
        var random = new Random(seed);
        var tasks = Enumerable.Range(0, 800).Select(at => One(at, random)).ToList();
        using var result = Tournament.Run(tasks, new() { Candidates = TournamentCandidates.TreesOnly(25) });
        return
        [
            .. result.Targets.Where(target => target.Model is not null).Select(target => Store(target.Target.Name, ModelArtifact.Of(target.Model!, "test").ToBytes())),
            Store(PlanConfidence.Target, result.Confidence!.ToBytes()),
        ];
    }

    private static StoredModel Store(string target, byte[] bytes) => new(target, bytes, ModelArtifact.Sha256Of(bytes));

    private static RecordedTask One(int at, Random random)
    {
        var code = random.GetItems([92, 85, 50660, 73, 99303, 8001, 8028, 139], 1)[0];
        var action = code switch
        {
            50660 => new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = random.GetItems([20_000, 20_000, 30_000], 1)[0] },
            99303 => new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 15_000 },
            8001 => new RecoveryAction(RecoveryActionKind.Acdc) { Splitting = "10x", Xrootd = true },
            8028 => new RecoveryAction(RecoveryActionKind.Acdc) { Secondary = true },
            139 => new RecoveryAction(RecoveryActionKind.Acdc) { Cores = random.GetItems([4, 4, 2], 1)[0] },
            73 => new RecoveryAction(RecoveryActionKind.Clone),
            _ => new RecoveryAction(RecoveryActionKind.Acdc),
        };
        var matrix = SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(5, 300))]);
        var reportedAt = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(4 * at);
        var report = new ReportedTask { Task = $"/w{at}/Task", Workflow = $"w{at}", ReportedAt = reportedAt, Matrix = matrix };
        return new(report, $"family{at}", action, ParametersGiven: true, 1);
    }
}
