using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Trees;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// Trains the models of all targets, each by the approach that does best, in steps that repeat what will happen in use.
/// (1) Candidates learn from the past and are settled and compared by log-loss on the next part of time. (2) The
/// winner learns from both parts and is tested on the last part, where it must beat the constant answer. (3) It learns
/// from everything: the model to use, with the settings of (1) and the metrics of (2). The tested models' plans on the
/// last part also tell how far plans can be trusted.
/// </summary>
public static class Tournament
{
    /// <summary>Runs a tournament. What cannot be learned is refused with the reason.</summary>
    /// <param name="tasks">All tasks, in any order, also those whose orders do not answer a target: borders in time are the same for all.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told on the way.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="XgboostMissingException">XGBoost is not installed.</exception>
    public static TournamentResult Run(
        IReadOnlyList<RecordedTask> tasks, TournamentOptions options, IProgress<TournamentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(options);
        if (tasks.Count == 0)
            return new([.. options.Targets.Select(target => new TargetResult(target, Model: null, "there are no examples", []))], []);

        var course = new Course(tasks, options);
        var results = new List<TargetResult>(options.Targets.Count);
        try
        {
            foreach (var (place, target) in options.Targets.Index())
                results.Add(new Contest(course, target, options, (stage, done) => Tell(target, place, stage, done), cancellation).Run());

            return Together(course, results, options, cancellation);
        }
        catch
        {
            results.ForEach(result => result.Model?.Dispose());
            throw;
        }

        void Tell(Target target, int place, string stage, double done) => progress?.Report(new(target.Name, stage, (place + done) / options.Targets.Count));
    }

    private static TournamentResult Together(Course course, List<TargetResult> results, TournamentOptions options, CancellationToken cancellation)
    {
        var result = new TournamentResult(results, course.Set.Of(course.Honest.Test));
        if (result.Of(RecoveryTargets.Action)?.Model is null)
            return result;

        var models = new PlanModels(results.Select(target => target.Model).OfType<TrainedModel>());
        var test = PlannedTask.Of(models, course.Set, course.Honest.Test);
        result = result with { Models = models, Plans = PlanEvaluation.Of(models, test), Rematch = new(course, models, results) };
        if (test.Count == 0)
            return result;
        if (options.OneHalfIsEnough && result.Plans.LogLoss >= result.Plans.ConstantLogLoss)
            result = result with { PlansOnHalf = result.Rematch.OnOneHalf(cancellation) };

        // Thresholds come from the first half and are checked on the second: what they promise must hold on later tasks.
        var halves = Splits.ByTimeAndGroup([.. test.Select(task => task.Task.Report.ReportedAt)], [.. test.Select(task => task.Task.Family)], new(0, 0.5));
        List<PlannedTask> calibrate = [.. halves.Train.Select(row => test[row])], check = [.. halves.Test.Select(row => test[row])];
        return result with
        {
            Confidence = ConfidenceFit.Of(course.Tasks, calibrate, check),
            Decided = DecidedReport.Of(calibrate, check),
        };
    }
}
