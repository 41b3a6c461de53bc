using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Which experiments make the comparison.</summary>
internal static class StudyPlan
{
    public static IEnumerable<Experiment> Of(StudyOptions options) => Ours().Where(experiment => options.Wants(experiment.Row));

    private static IEnumerable<Experiment> Ours()
    {
        var both = new CombinedView(MatrixViews.Tier, new ExtrasView());
        IApproach[] approaches = [new TreesApproach(MatrixViews.Tier), new TreesApproach(both), new TreesApproach(both, TimeSpan.FromDays(120)), new LinearApproach(MatrixViews.Tier), new LinearApproach(both), new EnsembleApproach([new TreesApproach(both), new LinearApproach(both)]), new MemoryFirstApproach(new TreesApproach(both), new TreesApproach(both))];
        return from target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.Memory }
               from approach in approaches
               from split in Enum.GetValues<SplitKind>()
               select new Experiment(0, approach, target, split);
    }
}
