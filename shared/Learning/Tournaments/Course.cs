using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>What all contests of a tournament run on: the tasks in the order of time, and their parts.</summary>
internal sealed class Course
{
    private readonly TournamentOptions _options;

    public Course(IReadOnlyList<RecordedTask> tasks, TournamentOptions options)
    {
        _options = options;
        // Sums depend on their order in the last bits, so the order in which tasks come must not matter.
        Tasks = [.. tasks.OrderBy(task => task.Report.ReportedAt).ThenBy(task => task.Report.Task, StringComparer.Ordinal)];
        Set = new(Tasks);
        Honest = Splits.ByTimeAndGroup([.. Tasks.Select(task => task.Report.ReportedAt)], Families, Shares);
        Past = RowsBefore(TestBorder);
    }

    public IReadOnlyList<RecordedTask> Tasks { get; }

    public TaskSet Set { get; }

    /// <summary>The split by time and family.</summary>
    public Split Honest { get; }

    /// <summary>Where the test part begins.</summary>
    public DateTimeOffset TestBorder => Honest.TestBorder!.Value;

    /// <summary>Where its second half begins.</summary>
    public DateTimeOffset TestMiddle => Tasks[Honest.Test[Honest.Test.Count / 2]].Report.ReportedAt;

    /// <summary>The first half of the test part.</summary>
    public IReadOnlyList<int> FirstHalf => [.. Honest.Test.Where(row => Tasks[row].Report.ReportedAt < TestMiddle)];

    /// <summary>Everything before the test part, also what is left out of the part that candidates are compared by.</summary>
    public IReadOnlyList<int> Past { get; }

    /// <summary>The splits that leak more, for those who compare with published numbers.</summary>
    public IReadOnlyList<Split> Others => [Splits.Random(Tasks.Count, Shares, _options.Seed), Splits.ByGroup(Families, Shares, _options.Seed)];

    /// <summary>Everything that was reported before some time.</summary>
    public IReadOnlyList<int> RowsBefore(DateTimeOffset border) => [.. Enumerable.Range(0, Tasks.Count).Where(row => Tasks[row].Report.ReportedAt < border)];

    /// <summary>The tasks of all families that were first met at some time or later.</summary>
    public IReadOnlyList<int> FamiliesFrom(DateTimeOffset border)
    {
        var known = RowsBefore(border).Select(row => Tasks[row].Family).ToHashSet();
        return [.. Enumerable.Range(0, Tasks.Count).Where(row => Tasks[row].Report.ReportedAt >= border && !known.Contains(Tasks[row].Family))];
    }

    private string[] Families => [.. Tasks.Select(task => task.Family)];

    private SplitShares Shares => new(_options.CalibrateShare, _options.TestShare);
}
