using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study;

/// <summary>The searches of the comparison, bounded by trials and by the time that is left, and kept in a file to go on from.</summary>
/// <param name="options">What to study.</param>
/// <param name="kept">Trials of earlier searches, and the place for new ones.</param>
/// <param name="source">What is studied; trials on something else are not gone on from.</param>
internal sealed class StudySearches(StudyOptions options, KeptTrials kept, string source)
{
    /// <summary>Name of the search that tells which setting matters.</summary>
    public const string RandomOverNetworks = "network, random search";

    private static readonly SummedView Summed = new();
    private static readonly FullView Full = new();
    private static readonly ExtrasView Extras = new();

    /// <summary>The searches asked for.</summary>
    /// <param name="mayGoOn">Whether there is time for another trial.</param>
    public IReadOnlyList<Experiment> Of(Func<bool> mayGoOn)
    {
        var structures = options.Quick ? 3 : 30;
        return
        [.. new[]
        {
            Search(13, RandomOverNetworks, Summed.Name, TalkTargets.PlainOfAuthors, SplitKind.Random, new(TalkSearches.Networks, new RandomSearch(), setting => TalkSearches.Network(Summed, setting), options.Quick ? 30 : 80)),
            Search(13, "network, Bayesian search", Summed.Name, TalkTargets.PlainOfAuthors, SplitKind.Random, new(TalkSearches.Networks, Bayesian, setting => TalkSearches.Network(Summed, setting), options.Quick ? 12 : 40)),
            Search(6, "network, Bayesian search", Full.Name, TalkTargets.PlainOfAuthors, SplitKind.Random, new(TalkSearches.Networks, Bayesian, setting => TalkSearches.Network(Full, setting), options.Quick ? 6 : 30)),
            Search(6, "network, Bayesian search", Full.Name, TalkTargets.PlainOfAuthors, SplitKind.Time, new(TalkSearches.Networks, Bayesian, setting => TalkSearches.Network(Full, setting), options.Quick ? 6 : 30)),
            Structure("random search", TalkTargets.Memory, SplitKind.Random, new RandomSearch()),
            Structure("Bayesian search", TalkTargets.Memory, SplitKind.Random, Bayesian),
            Structure("Bayesian search", TalkTargets.Memory, SplitKind.Time, Bayesian),
            Structure("Bayesian search", TalkTargets.Clone, SplitKind.Random, Bayesian),
        }.Where(experiment => options.Wants(experiment.Row))];

        Experiment Structure(string how, Target target, SplitKind split, ISearchStrategy strategy) => Search(
            9, $"extended network, {how}", "images + full + extras", target, split, new(TalkSearches.Structures, strategy, setting => TalkSearches.Extended(Full, Extras, setting), structures));

        Experiment Search(int row, string name, string view, Target target, SplitKind split, ApproachSearch search)
        {
            var key = $"{source}; row {row}: {name}, {view}, {target.Name}, {StudySplits.NameOf(split)}";
            return new(row, new KeptSearch(name, view, search, key, kept, mayGoOn), target, split, search.Trials);
        }
    }

    private static ParzenSearch Bayesian => new() { RandomTrials = 6 };
}
