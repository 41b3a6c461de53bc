using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Simulation.Oracle;

namespace WorkflowRecovery.Wr.Study.Deciding;

/// <summary>The workflows of the last part of the split by time, and what anyone would have ordered for them.</summary>
internal sealed class LaterWorkflows
{
    private readonly TaskSet _set;
    private readonly Split _split;
    private readonly IReadOnlyList<int> _leftOpen;

    public LaterWorkflows(TaskSet set)
    {
        _split = StudySplits.Of(SplitKind.Time, set.Tasks, seed: 1);
        Rows = [.. _split.Test.Where(row => RecoveryTargets.SaysAll(set.Tasks[row].Action, set.Tasks[row].ParametersGiven))];
        _set = new([.. set.Tasks, .. Rows.Select(row => LeftOpen(set.Tasks[row]))]);
        _leftOpen = [.. Enumerable.Range(set.Tasks.Count, Rows.Count)];
    }

    /// <summary>The tasks judged on: those whose orders tell all that they could.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Tasks learned from and judged on.</summary>
    public int Records => _split.Train.Count + _split.Calibrate.Count + Rows.Count;

    /// <summary>What is in the way of learning or judging; null when nothing is.</summary>
    public string? Obstacle => Rows.Count == 0
        ? "there are no tasks to judge on"
        : PlanRecommender.Targets.Select(target => Study.Obstacle.OfOrders(Lesson.Of(_set, target, _split.Train, _split.Calibrate, seed: 1))).FirstOrDefault(reason => reason is not null);

    /// <summary>The plans of an approach that learned from the past, of reports as they are and of the same with nothing told but what must be.</summary>
    public (PlannedWorkflows Told, PlannedWorkflows LeftOpen) Of(IApproach approach, CancellationToken cancellation)
    {
        using var plans = PlanRecommender.Learn(approach, _set, _split.Train, _split.Calibrate, seed: 1, cancellation);
        return (Of(plans, Rows), Of(plans, _leftOpen));
    }

    /// <summary>Plain ACDC for every task, always equally sure.</summary>
    public WorkflowAgreement Constant() => WorkflowAgreement.Of(Rows.Select(row => Answer(row, 1, BinsOf(_set.Tasks[row]) == new BinnedOrder(default, 0, 0))));

    /// <summary>The orders that were truly the likeliest together, as sure as they truly were.</summary>
    public WorkflowAgreement Oracle(SimulatedHistory history)
    {
        var rows = Rows.ToDictionary(row => _set.Tasks[row].Report.Task);
        var odds = SimulationOracle.Of(history.Tasks, history.Options, new(MemoryBins.Of, SplittingBins.Of), task => rows.ContainsKey(task.Task));
        return WorkflowAgreement.Of(
            from workflow in odds
            from task in workflow.Tasks.Zip(workflow.Orders)
            where rows.ContainsKey(task.First.Task)
            let row = rows[task.First.Task]
            select Answer(row, workflow.Probability, BinsOf(_set.Tasks[row]) == task.Second));
    }

    private PlannedWorkflows Of(PlanRecommender plans, IReadOnlyList<int> rows) => new(
        WorkflowAgreement.Of(plans.Recommend(rows).Zip(rows, (plan, row) => Answer(row, plan.Probability, PlanRecommender.IsOrdered(plan, _set.Tasks[row].Action)))),
        RocCurve.Area(plans.PlainOdds(rows), [.. rows.Select(row => BinsOf(_set.Tasks[row]) == new BinnedOrder(default, 0, 0))]));

    /// <summary>Only errors, workflow, task and time must be told; what was reported around it is known all the same.</summary>
    private static RecordedTask LeftOpen(RecordedTask task) =>
        task with { Report = task.Report with { Campaign = null, TotalJobs = null, MemoryMb = null, Cores = null, Logs = [] } };

    private static BinnedOrder BinsOf(RecordedTask task) => new(task.Action.Kind, MemoryBins.Of(task.Action.MemoryMb), SplittingBins.Of(task.Action.Splitting));

    private TaskAnswer Answer(int row, double confidence, bool isRight) => new(_set.Tasks[row].Report.Workflow, _set.Tasks[row].Family, confidence, isRight)
    {
        ReportedAt = _set.Tasks[row].Report.ReportedAt,
    };
}

/// <summary>What plans come to.</summary>
/// <param name="Agreement">By workflow.</param>
/// <param name="PlainAuroc">Area under the ROC curve of the plain ACDC against the rest, by task; null where there is only one of both.</param>
internal sealed record PlannedWorkflows(WorkflowAgreement Agreement, double? PlainAuroc);
