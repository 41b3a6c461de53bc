using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Tasks of which the first are learned from, the next watched, and the last judged on, families kept together.</summary>
internal sealed class Exam
{
    private readonly Split _split;

    public Exam(IReadOnlyList<RecordedTask> tasks, Target target)
    {
        (Tasks, Target) = (tasks, target);
        _split = Splits.ByTimeAndGroup([.. tasks.Select(task => task.Report.ReportedAt)], [.. tasks.Select(task => task.Family)], new(0.15, 0.25));
    }

    public IReadOnlyList<RecordedTask> Tasks { get; }

    public Target Target { get; }

    /// <summary>Rows that are judged on.</summary>
    public IReadOnlyList<int> Judged => [.. _split.Test.Where(row => ClassOf(row) is not null)];

    /// <summary>Rows that may be learned from.</summary>
    public IReadOnlyList<int> Known => [.. _split.Train, .. _split.Calibrate];

    public int[] JudgedClasses => [.. Judged.Select(row => ClassOf(row)!.Value)];

    public Lesson Lesson(int seed = 1, int threads = 1) =>
        Learning.Approaches.Lesson.Of(new(Tasks), Target, _split.Train, _split.Calibrate, seed, threads);

    /// <summary>The same rows in the same parts, with every judged task made another one.</summary>
    public Exam WithOtherJudged(Func<RecordedTask, RecordedTask> change)
    {
        var judged = _split.Test.ToHashSet();
        return new([.. Tasks.Select((task, row) => judged.Contains(row) ? change(task) : task)], Target);
    }

    public double[][] Answers(IApproach approach, IReadOnlyList<int> rows, int seed = 1, int threads = 1)
    {
        using var learned = approach.Learn(Lesson(seed, threads), TestContext.Current.CancellationToken);
        return learned.Answer(rows);
    }

    /// <summary>Area under the ROC curve of what was learned, on the judged rows.</summary>
    public double Area(IApproach approach) => Area(Answers(approach, Judged));

    public double Area(double[][] answers) => RocCurve.Area([.. answers.Select(answer => answer[1])], [.. JudgedClasses.Select(@class => @class == 1)])!.Value;

    /// <summary>The lesson with classes that throw when that of a judged row is asked for.</summary>
    public Lesson GuardedLesson(int seed = 1, int threads = 1) =>
        Guarded.Of(Lesson(seed, threads), Known);

    private int? ClassOf(int row) => Target.ClassOf(Tasks[row].Action, Tasks[row].ParametersGiven);
}
