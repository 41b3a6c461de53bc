using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Logistic regression with L2: the strength that answers the watched rows best is taken, and then learned again on all rows.
/// </summary>
/// <param name="view">What it looks through.</param>
public sealed class LinearApproach(ITaskView view) : IApproach
{
    private static readonly double[] Penalties = [3, 10, 30, 100];

    /// <inheritdoc />
    public string Name => "logistic regression";

    /// <inheritdoc />
    public string View => view.Name;

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var features = lesson.Set.Through(view);
        var watched = lesson.ClassesOf(lesson.Watch);
        var best = Penalties.MinBy(penalty =>
        {
            cancellation.ThrowIfCancellationRequested();
            var tried = Fit(lesson, features, lesson.Train, penalty);
            return ProbabilityScores.LogLoss([.. lesson.Watch.Select(row => tried.Predict(features[row]))], watched);
        });
        return new Learned(Fit(lesson, features, [.. lesson.Train, .. lesson.Watch], best), features);
    }

    private static LogisticRegression Fit(Lesson lesson, IReadOnlyList<SparseVector> features, IReadOnlyList<int> rows, double penalty) => LogisticRegression.Fit(
        [.. rows.Select(row => features[row])],
        lesson.ClassesOf(rows),
        lesson.Classes,
        [.. rows.Select(row => lesson.Set.Tasks[row].Weight)],
        new() { Penalty = penalty, Tolerance = 1e-4, MaxSteps = 100 });

    private sealed class Learned(LogisticRegression regression, IReadOnlyList<SparseVector> features) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. rows.Select(row => regression.Predict(features[row]))];

        public void Dispose()
        {
        }
    }
}
