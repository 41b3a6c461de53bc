using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// What the winners of a tournament and models of before can be compared by. The tested models have not seen the test part;
/// models in use may have learned from most of it. To hold the one against the other would ask who has seen more. So twins
/// are fitted that have learned all that those have, and, where enough is newer, the first half of that.
/// </summary>
internal sealed class Rematch(Course course, PlanModels tested, IReadOnlyList<TargetResult> results)
{
    /// <summary>From when on tasks are compared: never before the test part, so that nothing was chosen by them.</summary>
    /// <param name="learnedUpTo">Report of the newest task that the models of before have learned from.</param>
    /// <param name="fewest">So many tasks are compared if there are as many.</param>
    public DateTimeOffset BorderAfter(DateTimeOffset learnedUpTo, int fewest)
    {
        if (learnedUpTo < course.TestBorder)
            return course.TestBorder;
        var newer = course.Tasks.Where(task => task.Report.ReportedAt > learnedUpTo && PlannedTask.SaysAll(task)).Select(task => task.Report.ReportedAt).ToList();
        return newer.Count == 0 ? DateTimeOffset.MaxValue : newer[Math.Max(0, newer.Count - Math.Max(fewest, newer.Count / 2))];
    }

    /// <summary>The plans on a half of the test part, by twins that know all before it, where they are better than the constant answer; null where they are not.</summary>
    public PlanEvaluation? OnOneHalf(CancellationToken cancellation)
    {
        if (Better(tested, course.FirstHalf) is { } first)
            return first;
        using var twins = From(course.TestMiddle, cancellation);
        return Better(twins.Models, course.FamiliesFrom(course.TestMiddle));

        PlanEvaluation? Better(PlanModels models, IReadOnlyList<int> rows) =>
            PlanEvaluation.Of(models, PlannedTask.Of(models, course.Set, rows)) is var plans && plans.LogLoss < plans.ConstantLogLoss ? plans : null;
    }

    public LaterTwins From(DateTimeOffset border, CancellationToken cancellation)
    {
        if (border <= course.TestBorder)
            return new(tested, course.Set.Of(course.Honest.Test), []);

        var before = course.RowsBefore(border);
        var fitted = new List<TrainedModel>();
        try
        {
            foreach (var result in results.Where(result => result.Model is not null))
                fitted.Add(result.TwinOf!(before, cancellation));
            return new(new(fitted), course.Set.Of(course.FamiliesFrom(border)), fitted);
        }
        catch
        {
            fitted.ForEach(model => model.Tested.Dispose());
            throw;
        }
    }
}
