using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

/// <summary>Small studies made by hand, in which code 50660 mostly asks for memory and code 8021 for a clone.</summary>
internal static class Made
{
    private static readonly DateTimeOffset Noon = new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Two tasks to a family, an hour apart.</summary>
    public static IReadOnlyList<RecordedTask> Tasks(int count, bool logs = false, Func<int, RecoveryAction>? orderOf = null)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var code = random.Next(10) switch { < 3 => 50660, < 5 => 8021, _ => 85 };
            return Task(at, code, random.Next(1, 40), orderOf?.Invoke(at) ?? Order(code, random.Next(10)), logs);
        })];
    }

    public static TaskSet Set(int count, bool logs = false, Func<int, RecoveryAction>? orderOf = null) => new(Tasks(count, logs, orderOf));

    public static RecoveryAction Plain { get; } = new(RecoveryActionKind.Acdc) { Sites = ["T2_CH_CERN"] };

    public static StudyOptions Options(params int[] only) => new(null, only, 1, TimeSpan.FromMinutes(1), true, null, null, null);

    public static StudySource Source(IReadOnlyList<RecordedTask> tasks, string name = "made.json") => new(name, tasks, new HistoryTally());

    public static Experiment Experiment(int row = 2, Target? target = null, SplitKind split = SplitKind.Time, IApproach? approach = null) =>
        new(row, approach ?? TalkNetworks.Grouped(GroupWeighting.Sum), target ?? TalkTargets.PlainOfAuthors, split);

    /// <summary>Answers of two classes: the probabilities of the second one, and whether it was ordered.</summary>
    public static Answered Answered(Experiment experiment, IReadOnlyList<double> seconds, IReadOnlyList<bool> ordered, int seed = 1) => new(
        experiment, seed, [.. Enumerable.Range(0, ordered.Count)], [.. ordered.Select(second => second ? 1 : 0)], [.. seconds.Select(second => (double[])[1 - second, second])], [0.9, 0.1], 1.5, 70);

    public static StudyRow Row(int row = 2, string metric = "AUROC", double? talk = null, double? mean = 0.5, double? spread = null, string approach = "network") =>
        new(row, approach, "summed", "a question", "random by record", metric, talk, mean, spread, 0.25, 1.5, 100, 1);

    public static string NewFile(string ending = "json") => Path.Combine(Path.GetTempPath(), $"wr-study-test-{Guid.NewGuid():N}.{ending}");

    private static RecordedTask Task(int at, int code, long count, RecoveryAction order, bool logs) => new(
        new ReportedTask
        {
            Task = $"/w{at}/t",
            Workflow = $"w{at}",
            ReportedAt = Noon.AddHours(at),
            Matrix = SiteErrorMatrix.Of([new(code, "T2_CH_CERN", Readiness.Green, count), new(85, "T1_US_FNAL", Readiness.None, 1 + (at % 5))]),
            Logs = logs ? [new TaskLog(code, "T2_CH_CERN", code == 50660 ? "the job was killed for memory" : "the file could not be opened")] : [],
        },
        $"family {at / 2}",
        order,
        ParametersGiven: true,
        Weight: 1);

    private static RecoveryAction Order(int code, int chance) => (code, chance) switch
    {
        (50660, < 8) => Plain with { MemoryMb = chance < 4 ? 8000 : 24_000 },
        (8021, < 7) => new(RecoveryActionKind.Clone),
        (_, 9) => Plain with { Splitting = "10x" },
        _ => Plain,
    };
}
