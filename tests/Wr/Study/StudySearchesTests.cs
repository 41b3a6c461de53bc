using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

/// <summary>The talk's searches on a few tasks, bounded by trials.</summary>
public sealed class StudySearchesTests
{
    private static readonly TaskSet Set = Made.Set(160);

    [Theory]
    [InlineData(0, 13)]
    [InlineData(1, 13)]
    [InlineData(2, 6)]
    [InlineData(4, 9)]
    public void A_search_that_was_ended_goes_on_as_if_it_had_not_been(int search, int row)
    {
        var (file, straight) = (Made.NewFile(), Trials(Run(null, search, more: 1)));
        var ended = Trials(Run(file, search, more: 0));

        var resumed = Run(file, search, more: 1);

        Assert.Equal(2, ended.Count);
        Assert.Equal(straight.Take(2), ended);
        Assert.Equal(straight, Trials(resumed));
        Assert.Equal((row, 3), (resumed.Experiment.Row, straight.Count));
    }

    [Fact]
    public void The_last_trial_is_kept_as_the_others_are()
    {
        var file = Made.NewFile();
        var answered = Run(file, search: 3, more: int.MaxValue);
        var tried = 0;

        var again = Run(Of(file, () => ++tried > 0)[3]);

        Assert.Equal(6, answered.Trials.Count);
        Assert.Equal(Trials(answered), Trials(again));
        Assert.Equal(0, tried);
        Assert.Equal(answered.Scores, again.Scores);
    }

    [Fact]
    public void Trials_on_other_tasks_are_not_gone_on_from()
    {
        var file = Made.NewFile();
        Run(file, search: 0, more: 0);

        var other = new StudySearches(Made.Options(), KeptTrials.Open(file), "other tasks").Of(() => false)[0];

        Assert.Equal(2, Run(other).Trials.Count);
        Assert.Equal(2, File.ReadAllText(file).Split("; row 13").Length - 1);
    }

    [Fact]
    public void Trials_of_another_space_are_refused_before_anything_is_searched()
    {
        var file = Made.NewFile();
        Run(file, search: 0, more: 0);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"neurons\"", "\"cells\""));

        Assert.Throws<InvalidDataException>(() => Of(file, () => true));
    }

    private static Answered Run(string? file, int search, int more)
    {
        var left = more;
        return Run(Of(file, () => left-- > 0)[search]);
    }

    private static Answered Run(Experiment experiment) => ExperimentRun.Of(experiment, Set, seed: 1, TestContext.Current.CancellationToken).Answered!;

    private static IReadOnlyList<Experiment> Of(string? file, Func<bool> mayGoOn) => new StudySearches(Made.Options(), KeptTrials.Open(file), "made").Of(mayGoOn);

    private static List<(string Values, double Score)> Trials(Answered answered) => [.. answered.Trials.Select(trial => (string.Join(' ', trial.Setting.Values), trial.Score))];
}
