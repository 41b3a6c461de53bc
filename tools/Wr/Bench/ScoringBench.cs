using System.Diagnostics;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>One task at a time, as a scorer sees it: from the report to plans, and from the likeliest plan to sentences.</summary>
internal sealed class ScoringBench(TrainedTargets trained)
{
    private const double ScoreTarget = 1;
    private const double ExplainTarget = 2;
    private const int WarmUp = 1000;

    private readonly List<double> _score = [];
    private readonly List<double> _predict = [];
    private readonly List<double> _explain = [];
    private readonly List<double> _contribute = [];

    /// <summary>Work and floor take turns on each task, so that what else runs on the machine slows both.</summary>
    public IReadOnlyList<Measure> Run(IReadOnlyList<ReportedTask> tasks)
    {
        foreach (var (at, task) in tasks.Index())
        {
            if (at == WarmUp)
                Clear();
            Score(task);
        }

        return
        [
            .. Measures("a matrix scored for all targets", _score, ScoreTarget, _predict, "the models' bare margins"),
            .. Measures("the deciding target explained", _explain, ExplainTarget, _contribute, "its model's bare contributions"),
        ];
    }

    private void Score(ReportedTask task)
    {
        var plan = Timed(_score, () => PlanComposer.Compose(trained.Models.Ask(task))[0]);
        var rows = trained.Evidence.Keys.ToDictionary(target => target, target => ModelOf(target).View.Of(task));
        Timed(_predict, () => trained.Evidence.Sum(entry => entry.Value.MarginsOf(rows[entry.Key]).Length));
        Timed(_explain, () => PlanReasons.Of(trained.Models, task, plan));
        var (target, @class) = PlanReasons.Deciding(trained.Models, plan);
        Timed(_contribute, () => trained.Evidence[target.Name].ContributionsTo(rows[target.Name], @class));
    }

    private ActiveModel ModelOf(string target) => trained.Models.Find(RecoveryTargets.Of(target))!;

    private void Clear()
    {
        foreach (var times in new[] { _score, _predict, _explain, _contribute })
            times.Clear();
    }

    private static T Timed<T>(List<double> times, Func<T> work)
    {
        var begin = Stopwatch.GetTimestamp();
        var result = work();
        times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        return result;
    }

    private static IEnumerable<Measure> Measures(string name, List<double> times, double target, List<double> floor, string floorName) =>
    [
        new($"{name}, median", Rounding.Milliseconds(times, 0.5), "ms", target, Rounding.Milliseconds(floor, 0.5), floorName),
        new($"{name}, 99 %", Rounding.Milliseconds(times, 0.99), "ms", null, Rounding.Milliseconds(floor, 0.99), floorName),
    ];
}
