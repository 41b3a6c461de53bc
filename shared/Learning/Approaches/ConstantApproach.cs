using WorkflowRecovery.Learning.Calibration;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>Always answers how often each class came in the past: what every other answer must be read against.</summary>
public sealed class ConstantApproach : IApproach
{
    /// <inheritdoc />
    public string Name => "constant answer";

    /// <inheritdoc />
    public string View => "-";

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return new Learned(BaseRates.Of(lesson.Train.Concat(lesson.Watch).Select(row => (lesson.Labels[row], 1.0)), lesson.Classes));
    }

    private sealed class Learned(double[] rates) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. rows.Select(_ => rates)];

        public void Dispose()
        {
        }
    }
}
