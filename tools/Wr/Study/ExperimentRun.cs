using System.Diagnostics;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.MlNet;
using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Lets an approach learn and asks it about what was kept from it.</summary>
internal static class ExperimentRun
{
    public static Outcome Of(Experiment experiment, TaskSet set, int seed, CancellationToken cancellation)
    {
        var split = StudySplits.Of(experiment.Split, set.Tasks, seed);
        var train = experiment.DataShare < 1 ? split.Train.Where(row => FamilyDraw.Of(set.Tasks[row].Family, $"share {seed}") < experiment.DataShare) : split.Train;
        var lesson = Lesson.Of(set, experiment.Target, train, split.Calibrate, seed);
        int[] test = [.. split.Test.Where(row => lesson.Labels[row] >= 0)];
        if (Obstacle.Of(experiment, lesson, test) is { } obstacle)
            return new(experiment, Answered: null, obstacle);

        try
        {
            return new(experiment, Learn(experiment, lesson, test, cancellation));
        }
        catch (NetworkDivergedException problem)
        {
            return new(experiment, Answered: null, $"training ran away: {problem.Message}");
        }
        catch (LightGbmMissingException problem)
        {
            return new(experiment, Answered: null, problem.Message);
        }
        catch (SearchFailedException problem)
        {
            return new(experiment, Answered: null, problem.Message);
        }
    }

    private static Answered Learn(Experiment experiment, Lesson lesson, int[] test, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var learned = experiment.Approach.Learn(lesson, cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        var rates = BaseRates.Of(lesson.Train.Concat(lesson.Watch).Select(row => (lesson.Labels[row], 1.0)), lesson.Classes);
        return new(experiment, lesson.Seed, test, lesson.ClassesOf(test), learned.Answer(test), rates, seconds, lesson.Train.Count + lesson.Watch.Count)
        {
            Calibrated = lesson.Classes == 2 ? CalibratedApproach.Of(learned, lesson).Answer(test) : null,
            Trials = learned is SearchedAnswers searched ? searched.Trials : [],
        };
    }
}
