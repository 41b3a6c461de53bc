using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Runs the rows that are asked for: first those that are fixed, then the searches in the time that is left.</summary>
internal sealed class WholeStudy(StudySource source, StudyOptions options, IProgress<Step> progress)
{
    private const int QuickTasks = 7000;

    public async Task<StudyResult> RunAsync(CancellationToken cancellation)
    {
        var studied = options.Quick ? source.Sample(QuickTasks) : source;
        var set = new TaskSet(studied.Tasks);
        var kept = KeptTrials.Open(options.Searches);
        var plan = StudyPlan.Of(options);
        var costs = (options.Seeds * plan.Sum(experiment => experiment.Cost)) + new StudySearches(options, kept, "").Of(() => true).Sum(experiment => experiment.Cost);
        var left = new TimeLeft(costs + (options.Wants(0) ? 2 * options.Seeds * RowMatch.Cost : 0), progress);
        var searches = new StudySearches(options, kept, $"{source.Name}, {set.Tasks.Count} tasks").Of(() => left.Elapsed < options.Budget);
        var answers = await new StudyRun(set, left).RunAsync(plan, options.Seeds, cancellation);
        var searched = await new StudyRun(set, left).RunAsync(searches, seeds: 1, cancellation);
        IReadOnlyList<Answered> all = [.. answers, .. searched];
        var matches = options.Wants(0) ? await RowMatch.RunAsync(set, options.Seeds, left, cancellation) : [];
        var pictures = options.Wants(14) ? AveragePictures.Of(set.Tasks) : null;
        return new(studied, options, Rows(set, [.. Summary.Of(all), .. pictures?.Rows() ?? [], .. matches]), Comparison.Of(all, set.Tasks), ImportancesOf(searched), all, pictures, left.Elapsed);
    }

    private IReadOnlyList<StudyRow> Rows(TaskSet set, IReadOnlyList<StudyRow> learned) =>
        [.. (options.Wants(1) ? ActionRows.Of(set.Tasks) : []).Concat(learned).OrderBy(row => row.Row == 0 ? int.MaxValue : row.Row)];

    /// <summary>Asked of a random search, since one that hunts for the best tries little else.</summary>
    private static IReadOnlyList<ParameterImportance> ImportancesOf(IReadOnlyList<Answered> searched) =>
        searched.FirstOrDefault(answered => answered is { Experiment.Row: 13, Trials.Count: > 0 }) is { } random
            ? ParameterImportance.Of(TalkSearches.Networks, random.Trials)
            : [];
}
