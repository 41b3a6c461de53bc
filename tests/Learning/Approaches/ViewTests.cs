using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>A rule that a view cannot see is not learned through it, however strong the approach.</summary>
public sealed class ViewTests
{
    [Fact]
    public void Counts_by_code_do_not_tell_tiers() => CannotSee(Operator.ByTier, new TreesApproach(new SummedView()));

    [Fact]
    public void Tiers_do_not_tell_sites() => CannotSee(Operator.BySite, new TreesApproach(new PlainTierView()));

    [Fact]
    public void The_whole_matrix_does_not_tell_how_many_jobs_there_were() => CannotSee(Operator.ByFailedShare, new TreesApproach(new FullView()));

    [Fact]
    public void Counts_do_not_tell_words() => CannotSee(Operator.ByWords, new TreesApproach(new SummedView()));

    [Fact]
    public void The_mean_of_words_does_not_tell_their_order() => CannotSee(Operator.ByOrder, TalkNetworks.AveragedWords(new SummedView()));

    private static void CannotSee(Operator who, IApproach approach)
    {
        var area = new Exam(Invented.Tasks(who, 1200), TalkTargets.Memory).Area(approach);
        Assert.InRange(area, 0.4, 0.6);
    }
}
