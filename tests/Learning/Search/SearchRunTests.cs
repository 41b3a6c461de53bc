using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Learning.Tests.Search;

public sealed class SearchRunTests
{
    private static readonly string[] Activations = ["relu", "tanh", "selu"];
    private static readonly SearchSpace Space = new(
        new LogNumber("rate", 1e-5, 1), new WholeNumber("layers", 1, 8), new RealNumber("dropout", 0, 0.6), new Choice("activation", Activations));

    public static TheoryData<ISearchStrategy> Strategies => [new RandomSearch(), new ParzenSearch()];

    [Fact]
    public void Parzen_estimators_beat_chance_in_the_mean_over_seeds()
    {
        var random = Enumerable.Range(0, 20).Average(seed => BestOf(new RandomSearch(), seed));
        var parzen = Enumerable.Range(0, 20).Average(seed => BestOf(new ParzenSearch(), seed));
        Assert.True(parzen < 0.6 * random, $"{parzen} against {random}");

        static double BestOf(ISearchStrategy strategy, int seed)
        {
            var run = new SearchRun(Space, strategy, seed, highest: false);
            run.Run(LossOf, 60);
            return run.Best!.Score;
        }
    }

    [Fact]
    public void The_highest_score_is_found_as_the_lowest_is()
    {
        var (low, high) = (new SearchRun(Space, new ParzenSearch(), 3, highest: false), new SearchRun(Space, new ParzenSearch(), 3, highest: true));
        low.Run(LossOf, 40);
        high.Run(setting => -LossOf(setting), 40);
        Assert.Equal(low.Best!.Setting.Values, high.Best!.Setting.Values);
        Assert.Equal(low.Trials.Min(trial => trial.Score), low.Best.Score);
        Assert.Equal(high.Trials.Max(trial => trial.Score), high.Best.Score);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_value_is_inside_of_its_range(ISearchStrategy strategy)
    {
        var run = new SearchRun(Space, strategy, 4, highest: false);
        run.Run(setting => -setting.Number("rate"), 150); // draws to a border
        Assert.All(run.Trials, trial =>
        {
            Assert.InRange(trial.Setting.Number("rate"), 1e-5, 1);
            Assert.InRange(trial.Setting.Whole("layers"), 1, 8);
            Assert.InRange(trial.Setting.Number("dropout"), 0, 0.6);
            Assert.Contains(trial.Setting.Option("activation"), Activations);
        });
        Assert.Equal(8, run.Trials.Select(trial => trial.Setting.Whole("layers")).Distinct().Count());
    }

    [Fact]
    public void Log_uniform_numbers_are_spread_evenly_over_their_decades()
    {
        var run = new SearchRun(new(new LogNumber("rate", 1e-4, 1)), new RandomSearch(), 5, highest: false);
        run.Run(_ => 0, 4000);
        var decades = run.Trials.CountBy(trial => (int)Math.Floor(Math.Log10(trial.Setting.Number("rate")))).Select(of => of.Value).ToList();
        Assert.Equal(4, decades.Count);
        Assert.All(decades, count => Assert.InRange(count, 900, 1100));
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_search_that_was_interrupted_goes_on_as_if_it_was_not(ISearchStrategy strategy)
    {
        var whole = new SearchRun(Space, strategy, 6, highest: false);
        whole.Run(FailingLossOf, 40);
        var begun = new SearchRun(Space, strategy, 6, highest: false);
        begun.Run(FailingLossOf, 17);
        var resumed = new SearchRun(Space, strategy, 6, highest: false);
        resumed.TellAll(TrialsJson.Read(Space, TrialsJson.Write(begun.Trials)));
        resumed.Run(FailingLossOf, 40);

        Assert.Equal(whole.Trials.Select(trial => (string.Join(' ', trial.Setting.Values), trial.Score)), resumed.Trials.Select(trial => (string.Join(' ', trial.Setting.Values), trial.Score)));
        Assert.Contains(whole.Trials, trial => double.IsNaN(trial.Score));
    }

    [Fact]
    public void Other_seeds_ask_other_questions()
    {
        string Asked(int seed) => string.Join(' ', new SearchRun(Space, new RandomSearch(), seed, highest: false).Ask().Values);
        Assert.Equal(Asked(1), Asked(1));
        Assert.Equal(50, Enumerable.Range(0, 50).Select(Asked).Distinct().Count());
    }

    [Fact]
    public void A_search_survives_that_every_trial_fails()
    {
        var run = new SearchRun(Space, new ParzenSearch(), 7, highest: true);
        run.Run(_ => double.NaN, 30);
        Assert.Equal(30, run.Trials.Count);
        Assert.Null(run.Best);
    }

    [Fact]
    public void Failed_trials_are_avoided()
    {
        var run = new SearchRun(new(new RealNumber("x", 0, 1)), new ParzenSearch(), 8, highest: false);
        run.Run(setting => setting.Number("x") > 0.5 ? double.NaN : 1 - setting.Number("x"), 100);
        Assert.InRange(run.Trials.Skip(50).Count(trial => double.IsNaN(trial.Score)), 0, 24);
        Assert.InRange(run.Best!.Setting.Number("x"), 0.45, 0.5);
    }

    [Fact]
    public void The_caller_says_when_it_is_enough()
    {
        var (run, left) = (new SearchRun(Space, new RandomSearch(), 9, highest: false), 5);
        run.Run(LossOf, 100, () => left-- > 0);
        Assert.Equal(5, run.Trials.Count);
    }

    [Fact]
    public void A_question_stays_the_same_until_it_is_answered_and_other_settings_may_be_told()
    {
        var run = new SearchRun(Space, new RandomSearch(), 10, highest: false);
        var asked = run.Ask();
        Assert.Equal(asked.Values, run.Ask().Values);
        run.Tell(new(Space, [0.1, 2, 0.5, 1]), 3);
        Assert.NotEqual(asked.Values, run.Ask().Values);
        Assert.Equal("tanh", run.Best!.Setting.Option("activation"));
    }

    // Lowest, 0, at rate 1e-3, 4 layers, no dropout, tanh.
    private static double LossOf(Setting setting) =>
        Math.Pow(Math.Log10(setting.Number("rate")) + 3, 2) + 0.1 * Math.Pow(setting.Whole("layers") - 4, 2) + setting.Number("dropout") +
        (setting.Option("activation") == "tanh" ? 0 : 0.5);

    private static double FailingLossOf(Setting setting) => setting.Number("rate") > 0.05 ? double.NaN : LossOf(setting);
}
