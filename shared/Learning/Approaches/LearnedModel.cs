using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A model that answers for the rows of its lesson's set.</summary>
internal sealed class LearnedModel(TargetModel model, IReadOnlyList<SparseVector> features) : ILearned
{
    /// <summary>Settles an approach on a lesson and fits it to all of the lesson's rows.</summary>
    public static LearnedModel Of(IModelApproach approach, Lesson lesson, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var settled = approach.Settle(lesson, progress: null, cancellation);
        return new(approach.Fit(lesson, [.. lesson.Train, .. lesson.Watch], settled, cancellation), lesson.Set.Through(approach.Eye));
    }

    public double[][] Answer(IReadOnlyList<int> rows) => [.. model.Predict([.. rows.Select(row => features[row])])];

    public void Dispose() => model.Dispose();
}
