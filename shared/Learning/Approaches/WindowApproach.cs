using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>An approach that learns from the newest part of time alone, where what was before would only mislead.</summary>
/// <param name="approach">What learns.</param>
/// <param name="window">How far back it looks from the newest of the rows that it is given.</param>
public sealed class WindowApproach(IModelApproach approach, TimeSpan window) : IModelApproach
{
    /// <inheritdoc />
    public string Name => $"{approach.Name}, last {window.TotalDays:0} days";

    /// <inheritdoc />
    public string View => approach.View;

    /// <inheritdoc />
    public ITaskView Eye => approach.Eye;

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default) => LearnedModel.Of(this, lesson, cancellation);

    /// <inheritdoc />
    public Settled Settle(Lesson lesson, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return approach.Settle(lesson with { Train = RowsOf(lesson, lesson.Train) }, progress, cancellation);
    }

    /// <inheritdoc />
    public TargetModel Fit(Lesson lesson, IReadOnlyList<int> rows, Settled settled, CancellationToken cancellation = default) =>
        approach.Fit(lesson, RowsOf(lesson, rows), settled, cancellation);

    /// <inheritdoc />
    public IReadOnlyList<int> RowsOf(Lesson lesson, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(rows);
        var newest = rows.Count == 0 ? default : rows.Max(TimeOf);
        return approach.RowsOf(lesson, [.. rows.Where(row => newest - TimeOf(row) <= window)]);

        DateTimeOffset TimeOf(int row) => lesson.Set.Tasks[row].Report.ReportedAt;
    }
}
