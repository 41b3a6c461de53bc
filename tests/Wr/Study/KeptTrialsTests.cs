using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class KeptTrialsTests
{
    private static readonly SearchSpace Space = new(new RealNumber("x", 0, 1), new Choice("how", ["a", "b"]));

    [Fact]
    public void A_later_study_goes_on_from_the_file()
    {
        var file = Made.NewFile();
        KeptTrials.Open(file).Keep("one", Trials(3));
        KeptTrials.Open(file).Keep("two", Trials(1));

        var kept = KeptTrials.Open(file);

        Assert.Equal(Told(Trials(3)), Told(kept.Of("one", Space)));
        Assert.Equal(Told(Trials(1)), Told(kept.Of("two", Space)));
        Assert.Empty(kept.Of("three", Space));
    }

    [Fact]
    public void What_is_kept_replaces_what_was_kept_before()
    {
        var file = Made.NewFile();
        var kept = KeptTrials.Open(file);

        kept.Keep("one", Trials(1));
        kept.Keep("one", Trials(2));

        Assert.Equal(2, kept.Of("one", Space).Count);
        Assert.Equal(2, KeptTrials.Open(file).Of("one", Space).Count);
    }

    [Fact]
    public void A_failed_trial_stays_failed()
    {
        var file = Made.NewFile();
        KeptTrials.Open(file).Keep("one", [new(new Setting(Space, [0.5, 1]), double.NaN)]);

        Assert.True(double.IsNaN(Assert.Single(KeptTrials.Open(file).Of("one", Space)).Score));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"one\": [")]
    [InlineData("{\"one\": [], \"one\": []}")]
    public void A_file_of_something_else_is_refused_by_name(string text)
    {
        var file = Written(text);

        Assert.Contains($"{file} does not hold the trials of a study", Assert.Throws<InvalidDataException>(() => KeptTrials.Open(file)).Message);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[{\"setting\": {\"x\": 0.5}, \"score\": 1}]")]
    [InlineData("[{\"setting\": {\"x\": 2, \"how\": \"a\"}, \"score\": 1}]")]
    [InlineData("[{\"setting\": {\"x\": 0.5, \"how\": \"c\"}, \"score\": 1}]")]
    public void Trials_of_another_space_are_refused_with_file_and_search(string trials)
    {
        var file = Written($"{{\"one\": {trials}}}");

        var refused = Assert.Throws<InvalidDataException>(() => KeptTrials.Open(file).Of("one", Space));

        Assert.Contains($"{file}, one: ", refused.Message);
    }

    [Fact]
    public void Without_a_file_nothing_is_kept()
    {
        var kept = KeptTrials.Open(null);

        kept.Keep("one", Trials(1));

        Assert.Empty(kept.Of("one", Space));
    }

    [Fact]
    public void A_search_of_nothing_yet_makes_no_file_until_it_has_something()
    {
        var file = Made.NewFile();

        _ = KeptTrials.Open(file).Of("one", Space);

        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Searches_that_run_at_once_do_not_lose_each_others_trials()
    {
        var file = Made.NewFile();
        var kept = KeptTrials.Open(file);

        Parallel.For(0, 40, at => kept.Keep($"search {at}", Trials(1 + (at % 3))));

        var read = KeptTrials.Open(file);
        Assert.All(Enumerable.Range(0, 40), at => Assert.Equal(1 + (at % 3), read.Of($"search {at}", Space).Count));
        Assert.False(File.Exists($"{file}.new"));
    }

    [Fact]
    public void The_spaces_of_the_talk_can_be_kept()
    {
        var file = Made.NewFile();
        foreach (var space in new[] { TalkSearches.Networks, TalkSearches.Structures })
        {
            var setting = new SearchRun(space, new RandomSearch(), seed: 1, highest: true).Ask();
            KeptTrials.Open(file).Keep("search", [new(setting, 0.8)]);

            Assert.Equal(setting.Values, Assert.Single(KeptTrials.Open(file).Of("search", space)).Setting.Values);
        }
    }

    private static List<Trial> Trials(int count) => [.. Enumerable.Range(1, count).Select(at => new Trial(new Setting(Space, [1.0 / at, at % 2]), at / 7.0))];

    private static IEnumerable<(string Values, double Score)> Told(IEnumerable<Trial> trials) => trials.Select(trial => (string.Join(' ', trial.Setting.Values), trial.Score));

    private static string Written(string text)
    {
        var file = Made.NewFile();
        File.WriteAllText(file, text);
        return file;
    }
}
