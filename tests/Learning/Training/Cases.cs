using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Training;

/// <summary>Invented operators: 50660 asks for memory, 73 for a clone, anything else for a plain acdc; some noise.</summary>
internal static class Cases
{
    public static readonly TierView View = MatrixViews.Tier;
    private static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int[] Codes = [92, 85, 50660, 73, 99303, 8001];

    public static List<Example> Many(int count = 1500, int seed = 7, double noise = 0.05)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => One(at, random, noise))];
    }

    public static List<Example> WithShuffledOrders(IReadOnlyList<Example> examples, int seed = 11)
    {
        var orders = examples.Select(example => example.Action).ToArray();
        new Random(seed).Shuffle(orders);
        return [.. examples.Zip(orders, (example, order) => example with { Action = order })];
    }

    public static Example Of(string family, DateTimeOffset at, RecoveryAction? action = null) => new(
        $"/{family}_{at:HHmmss}/Task", $"{family}_{at:HHmmss}", family, at, View.Of(SiteErrorMatrix.Empty), action ?? new(RecoveryActionKind.Acdc), ParametersGiven: true, 1);

    public static SparseVector Row(int code, long count = 20) =>
        View.Of(SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, count)]));

    private static Example One(int at, Random random, double noise)
    {
        var code = Codes[random.Next(Codes.Length)];
        var told = random.NextDouble() < noise ? Codes[random.Next(Codes.Length)] : code;
        var action = told switch
        {
            50660 => new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 20_000 },
            73 => new RecoveryAction(RecoveryActionKind.Clone),
            8001 => new RecoveryAction(RecoveryActionKind.Acdc) { Splitting = "10x", Xrootd = true },
            _ => new RecoveryAction(RecoveryActionKind.Acdc),
        };
        var matrix = SiteErrorMatrix.Of(
        [
            new(code, random.Next(2) == 0 ? "T2_US_MIT" : "T1_US_FNAL", Readiness.Green, random.Next(5, 300)),
            new(-1, "T1_ES_PIC_Disk", Readiness.None, 1),
        ]);
        var reportedAt = Begin.AddHours(4 * at);
        return new($"/w{at}/Task", $"w{at}", $"family{at}", reportedAt, View.Of(matrix), action, ParametersGiven: true, 1);
    }
}
