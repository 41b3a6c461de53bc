using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>What is searched, and how.</summary>
/// <param name="Space">What may be set.</param>
/// <param name="Strategy">How it is searched.</param>
/// <param name="Make">The approach of a setting.</param>
/// <param name="Trials">Trials at most.</param>
public sealed record ApproachSearch(SearchSpace Space, ISearchStrategy Strategy, Func<Setting, IApproach> Make, int Trials)
{
    /// <summary>Trials of an earlier search to go on from.</summary>
    public IReadOnlyList<Trial> Earlier { get; init; } = [];

    /// <summary>Asked before each trial, with all before it, whether there is time for it; null: always.</summary>
    public Func<IReadOnlyList<Trial>, bool>? GoesOn { get; init; }
}

/// <summary>
/// Searches for the settings whose answers rank the watched rows best (area under the ROC curve), for questions of two
/// classes. Rows that are judged on have no part in it.
/// </summary>
/// <param name="name">What it is, for people.</param>
/// <param name="view">What its approaches look through.</param>
/// <param name="search">What is searched, and how.</param>
public sealed class SearchedApproach(string name, string view, ApproachSearch search) : IApproach
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public string View => view;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The question has more than two classes.</exception>
    /// <exception cref="SearchFailedException">No trial worked.</exception>
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        if (lesson.Classes != 2)
            throw new ArgumentException($"{lesson.Target.Name} has {lesson.Classes} classes, not two", nameof(lesson));

        var run = new SearchRun(search.Space, search.Strategy, lesson.Seed, highest: true);
        run.TellAll(search.Earlier);
        ILearned? best = null;
        var highest = run.Best?.Score ?? double.NegativeInfinity;
        run.Run(Attempt, search.Trials, () => search.GoesOn?.Invoke(run.Trials) != false);
        best ??= search.Make((run.Best ?? throw new SearchFailedException(name)).Setting).Learn(lesson, cancellation);
        return new SearchedAnswers(best, run.Trials);

        double Attempt(Setting setting)
        {
            if (TryLearn(search.Make(setting), lesson, cancellation) is not { } learned)
                return double.NaN;

            var score = AreaOn(lesson, learned);
            if (score > highest)
            {
                best?.Dispose();
                (best, highest) = (learned, score);
            }
            else
            {
                learned.Dispose();
            }

            return score;
        }
    }

    private static ILearned? TryLearn(IApproach approach, Lesson lesson, CancellationToken cancellation)
    {
        try
        {
            return approach.Learn(lesson, cancellation);
        }
        catch (NetworkDivergedException)
        {
            return null;
        }
    }

    private static double AreaOn(Lesson lesson, ILearned learned) => RocCurve.Area(
        [.. learned.Answer(lesson.Watch).Select(answer => answer[1])], [.. lesson.Watch.Select(row => lesson.Labels[row] == 1)]) ?? double.NaN;
}

/// <summary>The best of a search, with everything that was tried.</summary>
public sealed class SearchedAnswers : ILearned
{
    private readonly ILearned _best;

    internal SearchedAnswers(ILearned best, IReadOnlyList<Trial> trials) => (_best, Trials) = (best, trials);

    /// <summary>What was tried, in order; a score is an area under the ROC curve of the watched rows.</summary>
    public IReadOnlyList<Trial> Trials { get; }

    /// <inheritdoc />
    public double[][] Answer(IReadOnlyList<int> rows) => _best.Answer(rows);

    /// <inheritdoc />
    public void Dispose() => _best.Dispose();
}
