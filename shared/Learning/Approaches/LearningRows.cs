using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>Some rows of a lesson as a view sees them, in the order of time, with their classes.</summary>
/// <remarks>
/// Weights say how much is learned from a row, so that an order on a whole workflow of n tasks does not shout; the rates
/// that probabilities start from, and the calibration, count tasks, since it is for each task that an answer is asked.
/// </remarks>
internal sealed class LearningRows
{
    private readonly Lesson _lesson;
    private readonly int[] _rows;
    private readonly DateTimeOffset _newest;

    private LearningRows(Lesson lesson, ITaskView view, int[] rows)
    {
        (_lesson, _rows) = (lesson, rows);
        _newest = rows.Length == 0 ? default : TaskOf(rows[^1]).Report.ReportedAt;
        var features = lesson.Set.Through(view);
        Features = [.. rows.Select(row => features[row])];
        Classes = lesson.ClassesOf(rows);
    }

    public IReadOnlyList<SparseVector> Features { get; }

    public int[] Classes { get; }

    public static LearningRows Of(Lesson lesson, ITaskView view, IReadOnlyList<int> rows) =>
        new(lesson, view, [.. rows.OrderBy(row => lesson.Set.Tasks[row].Report.ReportedAt).ThenBy(row => row)]);

    /// <summary>How often each class is asked for, per task.</summary>
    public double[] TaskRates(TimeSpan halfLife) => BaseRates.Of(Classes.Zip(Weighted(halfLife, _ => 1)), _lesson.Classes);

    /// <summary>How often each class comes in what is learned from, per weight.</summary>
    public double[] LearningRates(TimeSpan halfLife) => BaseRates.Of(Classes.Zip(Weights(halfLife)), _lesson.Classes);

    public double[] Weights(TimeSpan halfLife) => [.. Weighted(halfLife, task => task.Weight)];

    public TreeSample ToSample(TimeSpan halfLife) => new(Features, Classes, Weights(halfLife));

    /// <summary>What these rows, watched, settle about evidence that was learned from others.</summary>
    /// <param name="margins">What the evidence says of these rows.</param>
    /// <param name="train">The rows that it learned from.</param>
    /// <param name="extent">How far it went.</param>
    /// <param name="halfLife">That of the rates with which the temperature is found.</param>
    /// <param name="halfLives">Among which that of the rates is chosen afterwards.</param>
    public Settled Settle(double[][] margins, LearningRows train, double extent, TimeSpan halfLife, IReadOnlyList<TimeSpan> halfLives)
    {
        var calibration = TemperatureScaling.Fit(margins, Classes, train.TaskRates(halfLife));
        return halfLives
            .Select(ofRates => new Settled(extent, calibration, ofRates, LossWith(train.TaskRates(ofRates))))
            .MinBy(settled => settled.LogLoss)!;

        double LossWith(double[] rates) => ProbabilityScores.LogLoss([.. margins.Select(row => calibration.Apply(row, rates))], Classes);
    }

    private IEnumerable<double> Weighted(TimeSpan halfLife, Func<RecordedTask, double> weightOf) =>
        _rows.Select(row => weightOf(TaskOf(row)) * BaseRates.Recency(TaskOf(row).Report.ReportedAt, _newest, halfLife));

    private RecordedTask TaskOf(int row) => _lesson.Set.Tasks[row];
}
