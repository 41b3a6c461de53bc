using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyPlanTests
{
    /// <summary>Made without learning: the action table and the average pictures.</summary>
    private static readonly int[] NotLearned = [1, 14];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_row_of_the_talk_is_tried_in_quick_and_in_full(bool quick) =>
        Assert.Equal(Enumerable.Range(0, 15), Rows(Experiments(quick)).Concat(NotLearned).Distinct().Order());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_row_can_be_asked_for_alone(bool quick) => Assert.All(Enumerable.Range(0, 15).Except(NotLearned), row =>
        Assert.Equal([row], Rows(Experiments(quick, row)).Distinct()));

    [Fact]
    public void Rows_that_are_not_learned_need_no_experiment() => Assert.Empty(Experiments(quick: false, NotLearned));

    [Fact]
    public void The_talks_numbers_stand_only_beside_the_split_by_record()
    {
        var beside = Experiments(quick: false).Where(experiment => experiment.Talk.Count > 0).ToList();

        Assert.All(beside, experiment => Assert.Equal(SplitKind.Random, experiment.Split));
        Assert.All(beside, experiment => Assert.Equal(1, experiment.DataShare));
        Assert.Equal([2, 3, 4, 5, 6, 9], Rows(beside).Distinct().Order());
    }

    [Fact]
    public void The_talks_memory_number_stands_beside_the_memory_question() => Assert.All(
        Experiments(quick: false, 4), experiment => Assert.Equal(TalkTargets.Memory, experiment.Target));

    [Fact]
    public void Rows_2_to_9_and_ours_are_judged_by_time_as_well() => Assert.All([0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], row =>
    {
        Assert.Contains(Experiments(quick: true, row), experiment => experiment.Split == SplitKind.Time);
        Assert.Contains(Experiments(quick: true, row), experiment => experiment.Split == SplitKind.Random);
    });

    [Fact]
    public void A_quick_look_does_without_the_split_by_workflow()
    {
        Assert.DoesNotContain(Experiments(quick: true), experiment => experiment.Split == SplitKind.Workflow);
        Assert.Contains(Experiments(quick: false), experiment => experiment.Split == SplitKind.Workflow);
    }

    [Fact]
    public void Only_what_reads_words_needs_logs()
    {
        var onLogs = Experiments(quick: false).Where(experiment => experiment.NeedsLogs).ToList();

        Assert.Equal([10, 11, 12], Rows(onLogs).Distinct().Order());
        Assert.All(Experiments(quick: false), experiment => Assert.Equal(experiment.NeedsLogs, experiment.Approach.View.Contains("logs (")));
    }

    [Fact]
    public void More_data_means_the_same_approach_on_growing_shares()
    {
        var shares = Experiments(quick: false, 12).GroupBy(experiment => experiment.Approach.Name).ToList();

        Assert.Equal(3, shares.Count);
        Assert.All(shares, approach => Assert.Equal([0.1, 0.2, 0.4, 0.7, 1], approach.Select(experiment => experiment.DataShare)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_two_experiments_would_share_a_line_of_the_table(bool quick)
    {
        var lines = Experiments(quick).Select(one => (one.Row, one.Name, one.Approach.View, one.Target.Name, one.Split)).ToList();

        Assert.Equal(lines.Count, lines.Distinct().Count());
    }

    [Fact]
    public void Trees_of_the_other_library_stand_beside_ours_on_the_same_question_and_split()
    {
        var (other, ours) = (LinesOf("LightGBM through ML.NET"), LinesOf("trees"));

        Assert.Equal(4, other.Count);
        Assert.Subset(ours, other);
    }

    private static HashSet<(string View, string Question, SplitKind Split)> LinesOf(string approach) =>
        [.. Experiments(quick: true, 0).Where(one => one.Name == approach).Select(one => (one.Approach.View, one.Target.Name, one.Split))];

    private static IEnumerable<int> Rows(IEnumerable<Experiment> experiments) => experiments.Select(experiment => experiment.Row);

    private static List<Experiment> Experiments(bool quick, params int[] only)
    {
        var options = Made.Options(only) with { Quick = quick };
        return [.. StudyPlan.Of(options), .. new StudySearches(options, KeptTrials.Open(null), "made").Of(() => true)];
    }
}
