using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>The contest for one target.</summary>
internal sealed class Contest
{
    /// <summary>Of the rates of bins among clones, which are too few for anything to be chosen by.</summary>
    private static readonly TimeSpan UsageHalfLife = TimeSpan.FromDays(120);

    /// <summary>Log-losses nearer than 1 % tell nothing on some thousand tasks.</summary>
    private const double NearlyEqual = 1.01;

    private readonly Course _course;
    private readonly TournamentOptions _options;
    private readonly Action<string, double> _tell;
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<IModelApproach> _candidates;
    private readonly Lesson _lesson;
    private readonly int[] _test;

    /// <param name="course">The tasks.</param>
    /// <param name="target">What is learned.</param>
    /// <param name="options">How.</param>
    /// <param name="tell">Told a stage and the share of this contest that is done.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public Contest(Course course, Target target, TournamentOptions options, Action<string, double> tell, CancellationToken cancellation)
    {
        (_course, _options, _tell, _cancellation) = (course, options, tell, cancellation);
        _candidates = options.Candidates(target);
        _lesson = Lesson.Of(course.Set, target, course.Honest.Train, course.Honest.Calibrate, options.Seed, options.Threads);
        _test = Answering(course.Honest.Test);
    }

    private Target Target => _lesson.Target;

    /// <summary>What is left when the candidates are compared: one fit that is tested, one to use, and those on other splits.</summary>
    private int Stages => _candidates.Count + 2 + (_options.OtherSplits ? 2 : 0);

    public TargetResult Run()
    {
        if (RefusalOf() is { } refusal)
            return new(Target, Model: null, refusal, []);

        var tried = _candidates.Select(Try).ToList();
        List<CandidateResult> results = [.. tried.Select(one => one.Result)];
        if (WinnerOf(tried) is not { Settled: { } settled, Approach: var approach })
            return new(Target, Model: null, $"target {Target.Name}: no candidate could be trained", results);

        var tested = Fit(approach, settled, Answering(_course.Past), $"testing {approach.Name}", _candidates.Count);
        var metrics = Measure(tested, approach, _test) with { TrainExamples = _lesson.Train.Count, CalibrateExamples = _lesson.Watch.Count };
        if (metrics.LogLoss < metrics.ConstantLogLoss || (_options.OneHalfIsEnough && IsBetterOnOneHalf(tested, approach, settled)))
        {
            var model = ModelOf(approach, settled, tested, metrics);
            return new(Target, model, Refusal: null, results) { TwinOf = (rows, cancellation) => TwinOf(model, approach, settled, rows, cancellation) };
        }

        tested.Dispose();
        return new(Target, Model: null, $"target {Target.Name}: no better than the constant answer: log-loss {metrics.LogLoss:F4} against {metrics.ConstantLogLoss:F4}", results);
    }

    /// <summary>The first of those that are as good as equal to the best: what is simpler, or can tell its reasons, stands before the others.</summary>
    private static (IModelApproach Approach, Settled? Settled, CandidateResult Result)? WinnerOf(
        List<(IModelApproach Approach, Settled? Settled, CandidateResult Result)> tried)
    {
        var best = tried.Min(one => one.Settled?.LogLoss);
        var place = tried.FindIndex(one => one.Settled?.LogLoss <= best * NearlyEqual);
        return place < 0 ? null : tried[place];
    }

    private (IModelApproach Approach, Settled? Settled, CandidateResult Result) Try(IModelApproach approach, int place)
    {
        _cancellation.ThrowIfCancellationRequested();
        var stage = $"{approach.Name} on {approach.View}";
        _tell(stage, (double)place / Stages);
        try
        {
            var settled = approach.Settle(_lesson, new Shares(share => _tell(stage, (place + share) / Stages)), _cancellation);
            return (approach, settled, new(approach.Name, approach.View, settled.LogLoss, Failure: null));
        }
        catch (NetworkDivergedException diverged)
        {
            return (approach, null, new(approach.Name, approach.View, LogLoss: null, diverged.Message));
        }
    }

    private TrainedModel ModelOf(IModelApproach approach, Settled settled, TargetModel tested, TargetMetrics metrics)
    {
        var all = Answering(Enumerable.Range(0, _course.Tasks.Count));
        var taught = approach.RowsOf(_lesson, all);
        var final = Fit(approach, settled, all, $"training {approach.Name}", _candidates.Count + 1);
        return new(
            Target, approach.Name, approach.Eye, final, tested, metrics, new(TimeOf(taught[0]), TimeOf(taught[^1])), taught.Count, _options.Seed,
            ParameterUsage.Of(Target, _course.Tasks, TimeOf(all[^1]), UsageHalfLife),
            UsageOf(_course.Past))
        {
            OtherSplits = _options.OtherSplits ? OtherSplits(approach, settled) : new Dictionary<string, TargetMetrics>(),
            Curves = ModelCurves.Of(tested, Features(approach, _test), _lesson.ClassesOf(_test), Target.Classes),
        };
    }

    private bool IsBetterOnOneHalf(TargetModel tested, IModelApproach approach, Settled settled)
    {
        if (IsBetter(tested, _course.FirstHalf))
            return true;
        using var later = approach.Fit(_lesson, Answering(_course.RowsBefore(_course.TestMiddle)), settled, _cancellation);
        return IsBetter(later, _course.FamiliesFrom(_course.TestMiddle));

        bool IsBetter(TargetModel model, IReadOnlyList<int> part) => Answering(part) is { } rows && rows.Length >= _options.MinimumPerPart
            && Measure(model, approach, rows) is var metrics && metrics.LogLoss < metrics.ConstantLogLoss;
    }

    private TrainedModel TwinOf(TrainedModel model, IModelApproach approach, Settled settled, IReadOnlyList<int> rows, CancellationToken cancellation) => model with
    {
        Tested = approach.Fit(_lesson, Answering(rows), settled, cancellation),
        TestedUsage = UsageOf(rows),
    };

    private ParameterUsage UsageOf(IReadOnlyList<int> rows) => ParameterUsage.Of(Target, _course.Set.Of(rows), TimeOf(rows[^1]), UsageHalfLife);

    private Dictionary<string, TargetMetrics> OtherSplits(IModelApproach approach, Settled settled) =>
        _course.Others.Index().ToDictionary(other => other.Item.Name, other =>
        {
            var (train, watch, test) = (Answering(other.Item.Train), Answering(other.Item.Calibrate), Answering(other.Item.Test));
            using var model = Fit(approach, settled, [.. train, .. watch], $"testing {other.Item.Name}", _candidates.Count + 2 + other.Index);
            return Measure(model, approach, test) with { TrainExamples = train.Length, CalibrateExamples = watch.Length };
        });

    private TargetModel Fit(IModelApproach approach, Settled settled, IReadOnlyList<int> rows, string stage, int place)
    {
        _tell(stage, (double)place / Stages);
        return approach.Fit(_lesson, rows, settled, _cancellation);
    }

    private TargetMetrics Measure(TargetModel model, IModelApproach approach, int[] rows) =>
        ModelMeasuring.Of(model, Features(approach, rows), _lesson.ClassesOf(rows), _lesson.Classes);

    private SparseVector[] Features(IModelApproach approach, int[] rows)
    {
        var features = _course.Set.Through(approach.Eye);
        return [.. rows.Select(row => features[row])];
    }

    private string? RefusalOf()
    {
        foreach (var (rows, name) in new[] { (_lesson.Train, "train"), (_lesson.Watch, "calibrate"), (_test, "test") })
        {
            if (rows.Count < _options.MinimumPerPart)
                return $"target {Target.Name}: only {rows.Count} examples to {name} with, {_options.MinimumPerPart} are needed";
        }

        var commonest = _lesson.ClassesOf(_lesson.Train).CountBy(@class => @class).MaxBy(count => count.Value);
        var others = _lesson.Train.Count - commonest.Value;
        if (others == 0)
            return $"target {Target.Name}: every example to train with is of the class {Target.Classes[commonest.Key]}";

        return others < _options.MinimumOfOthers
            ? $"target {Target.Name}: only {others} examples to train with are of another class than {Target.Classes[commonest.Key]}, {_options.MinimumOfOthers} are needed"
            : null;
    }

    private int[] Answering(IEnumerable<int> rows) => [.. rows.Where(row => _lesson.Labels[row] >= 0)];

    private DateTimeOffset TimeOf(int row) => _course.Tasks[row].Report.ReportedAt;

    private sealed class Shares(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
