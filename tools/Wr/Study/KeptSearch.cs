using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Wr.Study;

/// <summary>A search that goes on from the trials kept of it, and keeps its own, each as soon as it is done.</summary>
/// <param name="name">What it is, for people.</param>
/// <param name="view">What its approaches look through.</param>
/// <param name="search">What is searched, and how; the trials kept become its earlier ones.</param>
/// <param name="key">Its name among the kept.</param>
/// <param name="kept">Where trials are kept.</param>
/// <param name="mayGoOn">Whether there is time for another trial.</param>
internal sealed class KeptSearch(string name, string view, ApproachSearch search, string key, KeptTrials kept, Func<bool> mayGoOn) : IApproach
{
    /// <summary>Less would be no search.</summary>
    private const int Fewest = 2;

    private readonly ApproachSearch _search = search with { Earlier = kept.Of(key, search.Space) };

    public string Name => name;

    public string View => view;

    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        var learned = new SearchedApproach(name, view, _search with { GoesOn = GoesOn }).Learn(lesson, cancellation);
        if (learned is SearchedAnswers { Trials: var trials })
            kept.Keep(key, trials);
        return learned;
    }

    private bool GoesOn(IReadOnlyList<Trial> trials)
    {
        kept.Keep(key, trials);
        return trials.Count(trial => double.IsFinite(trial.Score)) < Fewest || mayGoOn();
    }
}
