using WorkflowRecovery.Learning.Calibration;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Another approach with its probabilities put right on the watched rows (Platt scaling of the log-odds), for questions of
/// two classes. The order of the answers, and so every area, stays as it was, with two exceptions: answers that are sure to
/// within a millionth become alike, and an approach that ranks the watched rows the wrong way round is turned.
/// </summary>
/// <param name="inner">The approach.</param>
public sealed class CalibratedApproach(IApproach inner) : IApproach
{
    private const double Surest = 1e-6;

    /// <inheritdoc />
    public string Name => $"{inner.Name}, calibrated";

    /// <inheritdoc />
    public string View => inner.View;

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        if (lesson.Classes != 2)
            throw new ArgumentException($"{lesson.Target.Name} has {lesson.Classes} classes, not two", nameof(lesson));

        return Of(inner.Learn(lesson, cancellation), lesson);
    }

    /// <summary>The answers of something learned, put right on the watched rows of its lesson.</summary>
    public static ILearned Of(ILearned learned, Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(learned);
        ArgumentNullException.ThrowIfNull(lesson);
        var scaling = PlattScaling.Fit([.. learned.Answer(lesson.Watch).Select(LogOdds)], [.. lesson.Watch.Select(row => lesson.Labels[row] == 1)]);
        return new Learned(learned, scaling);
    }

    private static double LogOdds(double[] answer)
    {
        var second = Math.Clamp(answer[1], Surest, 1 - Surest);
        return Math.Log(second / (1 - second));
    }

    private sealed class Learned(ILearned inner, PlattScaling scaling) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. inner.Answer(rows).Select(answer => Of(scaling.Apply(LogOdds(answer))))];

        public void Dispose() => inner.Dispose();

        private static double[] Of(double second) => [1 - second, second];
    }
}
