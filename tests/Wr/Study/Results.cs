using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Study.Deciding;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Tests.Study;

/// <summary>A whole result made by hand: something of every kind that a report shows.</summary>
internal static class Results
{
    public static StudyResult Of(string name = "a name")
    {
        var tasks = Made.Tasks(200);
        var answers = Answers(name).ToList();
        var pictures = AveragePictures.Of(tasks);
        return new(
            Made.Source(tasks, name),
            Made.Options(),
            [.. ActionRows.Of(tasks), .. Summary.Of(answers), .. pictures.Rows(), Made.Row(0, RowMatch.Metric, mean: 0.75, approach: name)],
            [new(10, name, "logs", "a question", "by time and workflow", "there are no logs")],
            Comparison.Of(answers, tasks),
            [new ParameterImportance(TalkSearches.LearningRate, 0.4), new ParameterImportance("neurons", 0.01)],
            answers,
            pictures,
            Deciding(name),
            TimeSpan.FromSeconds(90));
    }

    public static StudyResult Empty() => new(Made.Source(Made.Tasks(4)), Made.Options(2), [], [], [], [], [], null, DecidingResult.None, TimeSpan.Zero);

    private static DecidingResult Deciding(string name)
    {
        var oracle = WorkflowAgreement.Of(Enumerable.Range(0, 60).Select(at => new TaskAnswer($"w{at / 2}", $"f{at / 4}", 1 - (at / 100.0), at != 50)));
        var ours = WorkflowAgreement.Of(Enumerable.Range(0, 60).Select(at => new TaskAnswer($"w{at / 2}", $"f{at / 4}", 1 - (at / 100.0), at != 30)));
        return new([Decider.Of(name, name, ours, oracle, 1, 100), Decider.Of(DecidingStudy.OracleName, "all", oracle, null, 0, 60)], [], []);
    }

    private static IEnumerable<Answered> Answers(string name)
    {
        Target[] targets = [TalkTargets.PlainOfAuthors, TalkTargets.Memory, TalkTargets.Clone, TalkTargets.Unmodified];
        foreach (var target in targets)
        {
            foreach (var (row, split) in new[] { (0, SplitKind.Time), (5, SplitKind.Time), (5, SplitKind.Random) })
                yield return Two(new(row, new Named(name), target, split), row);
        }

        foreach (var share in new[] { 0.1, 1 })
            yield return Two(new(12, new Named(name), TalkTargets.Unmodified, SplitKind.Random) { DataShare = share }, 12);
        yield return Two(new(13, new Named(name), TalkTargets.PlainOfAuthors, SplitKind.Random), 13) with { Trials = Trials() };
        yield return new(new(0, new Named(name), RecoveryTargets.Memory, SplitKind.Time), 1, [0, 1], [0, 3], [[0.7, 0.1, 0.1, 0.1], [0.4, 0.3, 0.2, 0.1]], [0.7, 0.1, 0.1, 0.1], 1, 10);
    }

    private static Answered Two(Experiment experiment, int seed)
    {
        var random = new Random(seed);
        bool[] ordered = [.. Enumerable.Range(0, 60).Select(at => at % 3 == 0)];
        return Made.Answered(experiment, [.. ordered.Select(second => (second ? 0.2 : 0) + (0.8 * random.NextDouble()))], ordered);
    }

    private static List<Trial> Trials()
    {
        var run = new SearchRun(TalkSearches.Networks, new RandomSearch(), seed: 1, highest: true);
        run.Run(setting => setting.Whole("layers") == 1 ? double.NaN : 0.7, 12);
        return [.. run.Trials];
    }

    /// <summary>Has a name, and was asked already.</summary>
    private sealed class Named(string name) : IApproach
    {
        public string Name => name;

        public string View => name;

        public ILearned Learn(Lesson lesson, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
