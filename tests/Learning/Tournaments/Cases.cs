using System.Collections.Concurrent;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

/// <summary>
/// Invented operators: 50660 asks for memory, 73 for a clone, 8001 for finer splitting with remote read, 8028 for the
/// secondary input, 139 for other cores, anything else for a plain acdc; some noise.
/// </summary>
internal static class Cases
{
    public static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int[] FewHabits = [92, 85, 50660, 73, 99303, 8001];
    private static readonly int[] Codes = [.. FewHabits, 8028, 139];

    /// <summary>An approach of each kind, small and quick, on the view with everything.</summary>
    public static IReadOnlyDictionary<string, IModelApproach> Kinds { get; } = new Dictionary<string, IModelApproach>
    {
        ["trees"] = new TreesApproach(ProductionViews.Context, TimeSpan.FromDays(180)) { Rounds = 25 },
        ["linear"] = new LinearApproach(ProductionViews.Context) { Penalties = [1] },
        ["network"] = new ColumnsNetworkApproach(
            ProductionViews.Context, new("small network", [new DenseDesign(16)], new() { BatchSize = 50, LearningRate = 0.01, Epochs = 8 })),
    };

    /// <summary>A model of the memory target of each kind, trained once for all tests that only ask it.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<TrainedModel>> OfKind = new();

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    public static List<RecordedTask> Many(int count = 1500, int seed = 7, double noise = 0.05) => Many(Codes, count, seed, noise);

    /// <summary>The same without the orders for secondary input and cores, so that each of the others is commoner.</summary>
    public static List<RecordedTask> OfFewHabits() => Many(FewHabits, count: 1500, seed: 7, noise: 0.05);

    private static List<RecordedTask> Many(int[] codes, int count, int seed, double noise)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => One(codes, at, random, noise))];
    }

    public static List<RecordedTask> WithShuffledOrders(IReadOnlyList<RecordedTask> tasks, int seed = 11)
    {
        var orders = tasks.Select(task => task.Action).ToArray();
        new Random(seed).Shuffle(orders);
        return [.. tasks.Zip(orders, (task, order) => task with { Action = order })];
    }

    public static ReportedTask Task(params MatrixCell[] cells) =>
        new() { Task = "/w/Production", Workflow = "w", ReportedAt = Begin, Matrix = SiteErrorMatrix.Of(cells) };

    public static ReportedTask Task(int code, long count = 20) => Task(new MatrixCell(code, "T2_US_MIT", Readiness.Green, count));

    public static SparseVector Row(int code, long count = 20) => MatrixViews.Tier.Of(Task(code, count).Matrix);

    /// <summary>Quick trees on the matrix, with nothing chosen.</summary>
    public static TournamentOptions Quick(Target? target = null, int rounds = 40) => new()
    {
        Targets = target is null ? RecoveryTargets.All : [target],
        Candidates = TournamentCandidates.TreesOnly(rounds),
    };

    public static TournamentResult Run(IReadOnlyList<RecordedTask> tasks, TournamentOptions options) =>
        Tournament.Run(tasks, options, cancellation: TestContext.Current.CancellationToken);

    /// <summary>The model of one target, which must come of it.</summary>
    public static TrainedModel Model(Target target, IReadOnlyList<RecordedTask> tasks, IModelApproach? approach = null)
    {
        var options = Quick(target);
        return Run(tasks, approach is null ? options : options with { Candidates = _ => [approach] }).Of(target)!.Model!;
    }

    /// <summary>The model of the memory target of a kind; not to be disposed of.</summary>
    public static TrainedModel MemoryModel(string kind) =>
        OfKind.GetOrAdd(kind, name => new(() => Model(RecoveryTargets.Memory, Many(600), Kinds[name]))).Value;

    private static RecordedTask One(int[] codes, int at, Random random, double noise)
    {
        var code = codes[random.Next(codes.Length)];
        var told = random.NextDouble() < noise ? codes[random.Next(codes.Length)] : code;
        var acdc = new RecoveryAction(RecoveryActionKind.Acdc);
        var action = told switch
        {
            50660 => acdc with { MemoryMb = 20_000 },
            73 => new RecoveryAction(RecoveryActionKind.Clone),
            8001 => acdc with { Splitting = "10x", Xrootd = true },
            8028 => acdc with { Secondary = true },
            139 => acdc with { Cores = 4 },
            _ => acdc,
        };
        var matrix = SiteErrorMatrix.Of(
        [
            new(code, random.Next(2) == 0 ? "T2_US_MIT" : "T1_US_FNAL", Readiness.Green, random.Next(5, 300)),
            new(-1, "T1_ES_PIC_Disk", Readiness.None, 1),
        ]);
        var report = new ReportedTask { Task = $"/w{at}/Task", Workflow = $"w{at}", ReportedAt = Begin.AddHours(4 * at), Matrix = matrix };
        return new(report, $"family{at}", action, ParametersGiven: true, 1);
    }
}
