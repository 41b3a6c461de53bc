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
        IApproach[] approaches = [new TreesApproach(MatrixViews.Tier), new TreesApproach(MatrixViews.Tier, TimeSpan.FromDays(120))];
        return from target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.Memory }
               from approach in approaches
               from split in Enum.GetValues<SplitKind>()
               select new Experiment(0, approach, target, split);
    }
}
