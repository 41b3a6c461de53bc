using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Which experiments make the comparison.</summary>
internal static class StudyPlan
{
    private static readonly SummedView Summed = new();
    private static readonly FullView Full = new();
    private static readonly ExtrasView Extras = new();
    private static readonly PlainTierView Tiers = new();

    public static IEnumerable<Experiment> Of(StudyOptions options) => Talk().Concat(Ours()).Where(experiment => options.Wants(experiment.Row));

    private static IEnumerable<Experiment> Talk() =>
    [
        .. Both(2, TalkNetworks.Unweighted(Summed), TalkTargets.PlainOfAuthors, 2, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. Both(2, TalkNetworks.Unweighted(new SummedView(Scaling.Raw)), TalkTargets.PlainOfAuthors, 2, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. Both(3, TalkNetworks.Weighted(Summed), TalkTargets.PlainOfAuthors, 3, (Metrics.Auroc, 0.80)),
        .. Both(4, TalkNetworks.Weighted(Summed), TalkTargets.Memory, 3, (Metrics.Auroc, 0.975)),
        .. Both(5, TalkNetworks.Tiers(Tiers), TalkTargets.PlainOfAuthors, 3, (Metrics.Auroc, 0.844)),
        .. Both(6, TalkNetworks.Wide(Full, Imbalance.Smote), TalkTargets.PlainOfAuthors, 20, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. Both(6, TalkNetworks.Wide(Full, Imbalance.Repeat), TalkTargets.PlainOfAuthors, 20, (Metrics.Auroc, 0.80), (Metrics.Accuracy, 0.90)),
        .. Enum.GetValues<GroupWeighting>().SelectMany(weighting => Both(7, TalkNetworks.Grouped(weighting), TalkTargets.PlainOfAuthors, 2)),
        .. TalkNetworks.Sortings.SelectMany(sorting => Both(8, TalkNetworks.Convolution(sorting), TalkTargets.PlainOfAuthors, 30)),
        .. Both(9, TalkNetworks.Extended(new(), Full, Extras), TalkTargets.Memory, 60, (Metrics.Auroc, 0.985)),
        .. Both(9, TalkNetworks.Extended(new(), Full, Extras), TalkTargets.Clone, 60),
        .. Both(10, TalkNetworks.AveragedWords(Summed), TalkTargets.Unmodified, 10),
        .. Both(11, TalkNetworks.Recurrent(Summed), TalkTargets.Unmodified, 30),
    ];

    private static IEnumerable<Experiment> Ours()
    {
        var half = TimeSpan.FromDays(180);
        var both = new CombinedView(MatrixViews.Tier, Extras);
        var recent = new TreesApproach(both, half);
        var net = new NetworkApproach(NetworkRecipe.Of("network 3 x 50", new ColumnsRecipe(both, NetworkRecipe.Dense(Learning.Networks.Activation.Relu, 50, 50)), new() { BatchSize = 500, LearningRate = 0.002, Epochs = 30, GradientNorm = 5 }));
        IApproach[] approaches = [new LinearApproach(MatrixViews.Tier), new TreesApproach(MatrixViews.Tier), new TreesApproach(both), recent, net,
          new MemoryFirstApproach(recent, recent), new EnsembleApproach([new MemoryFirstApproach(recent, recent), net])];
        return from target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.Memory }
               from approach in approaches
               where target != TalkTargets.Memory || approach is not MemoryFirstApproach
               from split in new[] { SplitKind.Time }
               select new Experiment(0, approach, target, split, 4);
    }

    private static IEnumerable<Experiment> Both(int row, IApproach approach, Target target, double cost, params (string Metric, double Number)[] talk) =>
        new[] { SplitKind.Random, SplitKind.Time }.Select(split => new Experiment(row, approach, target, split, cost)
        {
            Talk = split == SplitKind.Random ? talk.ToDictionary(entry => entry.Metric, entry => entry.Number) : new Dictionary<string, double>(),
        });
}
