using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.MlNet;

/// <summary>
/// Gradient-boosted trees by LightGBM, through ML.NET, for questions of two classes: as with the trees of XGBoost the
/// watched rows choose the number of rounds and the temperature, then as many rounds are grown on all rows.
/// </summary>
/// <remarks>
/// It cannot tell what a column added: ML.NET does not pass on LightGBM's SHAP values. Cancelled, it stops between its two
/// trainings, since ML.NET takes no word in between.
/// </remarks>
/// <param name="view">What the trees look through.</param>
public sealed class MlNetApproach(ITaskView view) : IApproach
{
    /// <inheritdoc />
    public string Name => "LightGBM through ML.NET";

    /// <inheritdoc />
    public string View => view.Name;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The question has not two classes, or its rows to train with are all of one.</exception>
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        if (lesson.Classes != 2)
            throw new ArgumentException($"{lesson.Target.Name} has {lesson.Classes} classes, not two", nameof(lesson));

        var (train, watch) = (LearningRows.Of(lesson, view, lesson.Train), LearningRows.Of(lesson, view, lesson.Watch));
        if (train.Classes.Distinct().Count() != 2)
            throw new ArgumentException($"the rows to train with are not of both classes of {lesson.Target.Name}", nameof(lesson));

        var grown = LightGbmTrees.Grow(train, watch, LightGbmTrees.MostRounds, lesson.Seed, cancellation);
        var settled = watch.Settle(grown.MarginsOf(watch.Features), train, grown.Rounds, HalfLives.Ever, [HalfLives.Ever]);
        var all = LearningRows.Of(lesson, view, [.. lesson.Train, .. lesson.Watch]);
        return new Learned(
            LightGbmTrees.Grow(all, watched: null, grown.Rounds, lesson.Seed, cancellation),
            settled.Calibration,
            all.TaskRates(HalfLives.Ever),
            lesson.Set.Through(view));
    }

    private sealed class Learned(LightGbmTrees trees, TemperatureScaling calibration, double[] rates, IReadOnlyList<SparseVector> features) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) =>
            [.. trees.MarginsOf([.. rows.Select(row => features[row])]).Select(margins => calibration.Apply(margins, rates))];

        public void Dispose()
        {
        }
    }
}
