using System.Diagnostics;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>One task at a time, as a scorer sees it: from the matrix to plans, and from the likeliest plan to sentences.</summary>
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
    public IReadOnlyList<Measure> Run(IReadOnlyList<SiteErrorMatrix> matrices)
    {
        foreach (var (at, matrix) in matrices.Index())
        {
            if (at == WarmUp)
                Clear();
            Score(matrix);
        }

        return
        [
            .. Measures("a matrix scored for all targets", _score, ScoreTarget, _predict, "the trees' bare margins"),
            .. Measures("the deciding target explained", _explain, ExplainTarget, _contribute, "its trees' bare contributions"),
        ];
    }

    private void Score(SiteErrorMatrix matrix)
    {
        var plan = Timed(_score, () => PlanComposer.Compose(trained.Models.Ask(MatrixViews.Tier.Of(matrix)))[0]);
        var row = MatrixViews.Tier.Of(matrix);
        Timed(_predict, () => trained.Trees.Values.Sum(trees => trees.MarginsOf(row).Length));
        Timed(_explain, () => PlanReasons.Of(trained.Models, row, plan, matrix.TotalErrors));
        var (target, @class) = PlanReasons.Deciding(trained.Models, plan);
        Timed(_contribute, () => trained.Trees[target.Name].ContributionsOf(row, @class));
    }

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
