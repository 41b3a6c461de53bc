using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Rules.Shipped;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Study.Deciding;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Runs the rows that are asked for: first those that are fixed, then the searches in the time that is left.</summary>
internal sealed class WholeStudy(StudySource source, StudyOptions options, KeptTrials kept, IProgress<Step> progress)
{
    private const int QuickTasks = 7000;

    public async Task<StudyResult> RunAsync(CancellationToken cancellation)
    {
        var studied = options.Quick ? source.Sample(QuickTasks) : source;
        var set = new TaskSet(studied.Tasks);
        var plan = StudyPlan.Of(options);
        var (left, searches) = Prepare(plan, $"{source.Name}, {set.Tasks.Count} tasks");
        var fixedOnes = await new StudyRun(set, left).RunAsync(plan, options.Seeds, cancellation);
        var matches = options.Wants(0) ? await RowMatch.RunAsync(set, options.Seeds, left, cancellation) : ([], []);
        var deciding = options.Wants(0) ? await DecidingStudy.RunAsync(set, studied.History, left, cancellation) : DecidingResult.None;
        var rules = options.Wants(0) ? RuleMatch.Of(set, ShippedRules.Book) : [];
        var searched = await new StudyRun(set, left).RunAsync(searches, seeds: 1, cancellation);
        List<Outcome> outcomes = [.. fixedOnes, .. searched];
        List<Answered> answers = [.. outcomes.Select(outcome => outcome.Answered).OfType<Answered>()];
        var pictures = options.Wants(14) ? AveragePictures.Of(set.Tasks) : null;
        progress.Report(new Step(1, "comparing"));
        return new(
            studied,
            options,
            [.. InOrder(
                [.. options.Wants(1) ? ActionRows.Of(set.Tasks) : [], .. Summary.Of(answers), .. pictures?.Rows() ?? [], .. matches.Rows, .. deciding.Rows, .. rules.SelectMany(score => score.Rows())],
                row => row.Row)],
            [.. InOrder([.. Skipped.Of(outcomes), .. pictures?.Skipped() ?? [], .. matches.Skipped, .. deciding.Skipped], skipped => skipped.Row)],
            Comparison.Of(answers, set.Tasks, cancellation),
            ImportancesOf(answers),
            answers,
            pictures,
            deciding,
            left.Elapsed)
        {
            Rules = rules,
        };
    }

    /// <summary>The searches, and who tells the time that is left for them.</summary>
    private (TimeLeft Left, IReadOnlyList<Experiment> Searches) Prepare(IReadOnlyList<Experiment> plan, string studied)
    {
        TimeLeft? left = null;
        var searches = new StudySearches(options, kept, studied).Of(() => left!.Elapsed < options.Budget);
        var costs = (options.Seeds * plan.Sum(experiment => experiment.Cost)) + searches.Sum(experiment => experiment.Cost);
        left = new TimeLeft(costs + (options.Wants(0) ? (2 * options.Seeds * RowMatch.Cost) + DecidingStudy.Cost : 0), progress);
        return (left, searches);
    }

    /// <summary>In the order of the talk, ours last.</summary>
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, int> rowOf) => all.OrderBy(one => rowOf(one) == 0 ? int.MaxValue : rowOf(one));

    /// <summary>Asked of a random search, since one that hunts for the best tries little else.</summary>
    private static IReadOnlyList<ParameterImportance> ImportancesOf(IReadOnlyList<Answered> answers) =>
        answers.FirstOrDefault(answered => answered.Experiment.Name == StudySearches.RandomOverNetworks && answered.Trials.Count > 0) is { } random
            ? ParameterImportance.Of(TalkSearches.Networks, random.Trials)
            : [];
}
