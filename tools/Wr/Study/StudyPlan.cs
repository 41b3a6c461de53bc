using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.MlNet;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Which experiments make the comparison: rows 2 to 12 of the talk's results, searches aside, and ours.</summary>
internal static class StudyPlan
{
    private static readonly SummedView Summed = new();
    private static readonly FullView Full = new();
    private static readonly ExtrasView Extras = new();
    private static readonly CombinedView TierAndExtras = new(MatrixViews.Tier, Extras);
    private static readonly SplitKind[] EverySplit = [SplitKind.Random, SplitKind.Workflow, SplitKind.Time];
    private static readonly SplitKind[] TwoSplits = [SplitKind.Random, SplitKind.Time];
    private static readonly double[] DataShares = [0.1, 0.2, 0.4, 0.7, 1];

    public static IReadOnlyList<Experiment> Of(StudyOptions options) =>
        [.. Talk().Concat(Fractions()).Concat(Ours()).Where(experiment => options.Wants(experiment.Row) && (!options.Quick || experiment.Split != SplitKind.Workflow))];

    private static IEnumerable<Experiment> Talk() =>
    [
        .. On(EverySplit, 2, TalkNetworks.Unweighted(Summed), TalkTargets.PlainOfAuthors, 1.5, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. On(TwoSplits, 2, TalkNetworks.Unweighted(new SummedView(Scaling.Raw)), TalkTargets.PlainOfAuthors, 1, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. On(EverySplit, 3, TalkNetworks.Weighted(Summed), TalkTargets.PlainOfAuthors, 5, (Metrics.Auroc, 0.80)),
        .. On(EverySplit, 4, TalkNetworks.Weighted(Summed), TalkTargets.Memory, 5, (Metrics.Auroc, 0.975)),
        .. On(EverySplit, 5, TalkNetworks.Tiers(new PlainTierView()), TalkTargets.PlainOfAuthors, 2, (Metrics.Auroc, 0.844)),
        .. On(TwoSplits, 6, TalkNetworks.Wide(Full, Imbalance.Smote), TalkTargets.PlainOfAuthors, 4, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. On(TwoSplits, 6, TalkNetworks.Wide(Full, Imbalance.Repeat), TalkTargets.PlainOfAuthors, 2, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. Enum.GetValues<GroupWeighting>().SelectMany(weighting => On(TwoSplits, 7, TalkNetworks.Grouped(weighting), TalkTargets.PlainOfAuthors, 0.6)),
        .. TalkNetworks.Sortings.SelectMany(sorting => On(TwoSplits, 8, TalkNetworks.Convolution(sorting), TalkTargets.PlainOfAuthors, 18)),
        .. On(TwoSplits, 9, TalkNetworks.Extended(new(), Full, Extras), TalkTargets.Memory, 25, (Metrics.Auroc, 0.985)),
        .. On(TwoSplits, 9, TalkNetworks.Extended(new(), Full, Extras), TalkTargets.Clone, 20),
        .. On(TwoSplits, 10, TalkNetworks.AveragedWords(Summed), TalkTargets.Unmodified, 5).Select(OnLogs),
        .. On(TwoSplits, 11, TalkNetworks.Recurrent(Summed), TalkTargets.Unmodified, 8).Select(OnLogs),
    ];

    /// <summary>How answers improve with data: counts alone, with averaged word vectors, with the words in order.</summary>
    private static IEnumerable<Experiment> Fractions() =>
        from experiment in new Experiment[]
        {
            new(12, TalkNetworks.Unweighted(Summed), TalkTargets.Unmodified, SplitKind.Random, 1.5),
            OnLogs(new(12, TalkNetworks.AveragedWords(Summed), TalkTargets.Unmodified, SplitKind.Random, 4)),
            OnLogs(new(12, TalkNetworks.Recurrent(Summed), TalkTargets.Unmodified, SplitKind.Random, 6)),
        }
        from share in DataShares
        select experiment with { DataShare = share };

    private static Experiment OnLogs(Experiment experiment) => experiment with { NeedsLogs = true };

    private static IEnumerable<Experiment> Ours()
    {
        foreach (var target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.Memory })
        {
            foreach (var experiment in OurApproaches.For(target, TierAndExtras).SelectMany(approach => On(EverySplit, 0, approach, target, 3)))
                yield return experiment;
            foreach (var experiment in On(TwoSplits, 0, new MlNetApproach(TierAndExtras), target, 3))
                yield return experiment;
        }

        foreach (var experiment in new[] { TalkTargets.PlainStrict, TalkTargets.Clone }.SelectMany(target => On(TwoSplits, 0, new TreesApproach(TierAndExtras), target, 3)))
            yield return experiment;
        foreach (var split in TwoSplits)
            yield return new(0, RuleApproach.UnifiedMemory, TalkTargets.Memory, split, 0.1);
        foreach (var target in RecoveryTargets.All)
        {
            yield return new(0, new TreesApproach(TierAndExtras), target, SplitKind.Time, 6);
            if (target != RecoveryTargets.Secondary && target != RecoveryTargets.Cores)
                yield return new(0, TalkNetworks.FourTargets(new PlainTierView()), target, SplitKind.Random, 2);
        }
    }

    private static IEnumerable<Experiment> On(
        IEnumerable<SplitKind> splits, int row, IApproach approach, Target target, double cost, params (string Metric, double Number)[] talk) =>
        splits.Select(split => new Experiment(row, approach, target, split, cost)
        {
            // The talk split by record: its numbers stand beside no other split.
            Talk = split == SplitKind.Random ? talk.ToDictionary(entry => entry.Metric, entry => entry.Number) : new Dictionary<string, double>(),
        });
}
