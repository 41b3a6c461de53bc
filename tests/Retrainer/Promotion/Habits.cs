using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

/// <summary>Operators who give memory for 50660, clone for 92 and 73, and answer everything else by a plain acdc; and what is learned from them.</summary>
internal static class Habits
{
    public static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<RegistryEntry> Stored = new(() =>
    {
        using var candidates = Train(Tasks(300));
        return candidates.EntriesBy("test").First(entry => entry.Target == "action");
    });

    /// <summary>A model of the action that can be read.</summary>
    public static RegistryEntry ActionModel => Stored.Value;

    /// <summary>One workflow an hour; 73 is not met before some number.</summary>
    public static List<RecordedTask> Tasks(int count, int newFrom = 0)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var drawn = random.GetItems([85, 50660, 73, 92], 1)[0];
            var code = drawn == 73 && at < newFrom ? 85 : drawn;
            var report = new ReportedTask
            {
                Task = $"/w{at}/Production",
                Workflow = $"w{at}",
                ReportedAt = Begin.AddHours(at),
                Matrix = SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(1, 90))]),
            };
            var action = new RecoveryAction(code is 73 or 92 ? RecoveryActionKind.Clone : RecoveryActionKind.Acdc) { MemoryMb = code == 50660 ? 20_000 : null };
            return new RecordedTask(report, $"family{at}", action, ParametersGiven: true, 1);
        })];
    }

    public static Candidates Train(IReadOnlyList<RecordedTask> tasks) =>
        new(Tournament.Run(tasks, new() { Candidates = TournamentCandidates.TreesOnly(30), OneHalfIsEnough = true }));
}
