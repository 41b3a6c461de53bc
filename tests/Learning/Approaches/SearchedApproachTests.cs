using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class SearchedApproachTests
{
    private const string Rate = "rate";

    private static readonly Exam Memory = new(Invented.Tasks(Operator.ByCode, 400), TalkTargets.Memory);
    private static readonly SearchSpace Rates = new(new LogNumber(Rate, 1e-4, 1e6));

    [Fact]
    public void A_rate_that_works_is_found_although_half_of_them_diverge()
    {
        using var searched = Learn(12);
        var failed = searched.Trials.Count(trial => double.IsNaN(trial.Score));

        Assert.InRange(failed, 3, 9);
        Assert.Equal(12, searched.Trials.Count);
        Assert.True(Memory.Area(searched.Answer(Memory.Judged)) > 0.9);
    }

    [Fact]
    public void The_answer_is_that_of_the_trial_that_ranks_the_watched_rows_best()
    {
        using var searched = Learn(6);
        var best = searched.Trials.Where(trial => double.IsFinite(trial.Score)).MaxBy(trial => trial.Score)!;
        Assert.Equal(Memory.Answers(Network(best.Setting), Memory.Judged), searched.Answer(Memory.Judged));
    }

    [Fact]
    public void A_search_that_goes_on_ends_as_one_that_was_never_interrupted()
    {
        using var whole = Learn(8);
        using var begun = Learn(4);
        using var goneOn = Learn(8, begun.Trials);

        Assert.Equal(Values(whole), Values(goneOn));
        Assert.Equal(whole.Answer(Memory.Judged), goneOn.Answer(Memory.Judged));
    }

    [Fact]
    public void After_as_many_trials_as_wanted_only_the_best_is_learned_again()
    {
        using var whole = Learn(5);
        var made = 0;
        using var again = Learn(5, whole.Trials, made: () => made++);

        Assert.Equal(1, made);
        Assert.Equal(Values(whole), Values(again));
        Assert.Equal(whole.Answer(Memory.Judged), again.Answer(Memory.Judged));
    }

    [Fact]
    public void Without_time_the_best_of_before_is_learned_again_and_nothing_tried()
    {
        using var begun = Learn(3);
        using var next = Learn(10, begun.Trials, _ => false);

        Assert.Equal(3, next.Trials.Count);
        Assert.Equal(begun.Answer(Memory.Judged), next.Answer(Memory.Judged));
    }

    [Fact]
    public void The_search_ends_when_its_time_is_over()
    {
        using var searched = Learn(10, goesOn: trials => trials.Count < 4);
        Assert.Equal(4, searched.Trials.Count);
    }

    [Fact]
    public void Same_seed_same_trials_whatever_the_threads_and_another_seed_others()
    {
        using var one = Learn(3);
        using var two = Learn(3, threads: 2);
        using var other = Learn(3, seed: 2);

        Assert.Equal(Values(one), Values(two));
        Assert.NotEqual(Values(one), Values(other));
    }

    [Fact]
    public void When_no_trial_works_that_is_said()
    {
        var search = Search(2) with { Space = new(new LogNumber(Rate, 1e9, 1e12)) };
        var fault = Assert.Throws<SearchFailedException>(() => Memory.Area(new SearchedApproach("too fast", "summed", search)));
        Assert.Contains("too fast", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new SearchedApproach("cancelled", "summed", Search(2)).Learn(Memory.Lesson(), source.Token));
    }

    [Fact]
    public void Questions_of_many_classes_are_refused()
    {
        var action = new Exam(Memory.Tasks, RecoveryTargets.Action);
        Assert.Throws<ArgumentException>(() => action.Answers(new SearchedApproach("search", "summed", Search(1)), action.Judged));
    }

    [Fact]
    public void Every_setting_of_the_talks_spaces_is_an_approach()
    {
        var random = new Random(1);
        for (var draw = 0; draw < 20; draw++)
        {
            Assert.Equal("summed", TalkSearches.Network(new SummedView(), Drawn(TalkSearches.Networks, random)).View);
            Assert.EndsWith("full + extras", TalkSearches.Extended(new FullView(), new ExtrasView(), Drawn(TalkSearches.Structures, random)).View, StringComparison.Ordinal);
        }
    }

    private static Setting Drawn(SearchSpace space, Random random) => new RandomSearch().Next(space, [], random);

    private static SearchedAnswers Learn(
        int trials, IReadOnlyList<Trial>? earlier = null, Func<IReadOnlyList<Trial>, bool>? goesOn = null, Action? made = null, int threads = 1, int seed = 1)
    {
        var approach = new SearchedApproach("search", "summed", Search(trials, made) with { Earlier = earlier ?? [], GoesOn = goesOn });
        return (SearchedAnswers)approach.Learn(Memory.GuardedLesson(seed, threads), TestContext.Current.CancellationToken);
    }

    private static ApproachSearch Search(int trials, Action? made = null) => new(
        Rates,
        new ParzenSearch { RandomTrials = 5 },
        setting =>
        {
            made?.Invoke();
            return Network(setting);
        },
        trials);

    /// <summary>Plain gradient descent on raw counts, which a high rate throws out of all numbers.</summary>
    private static NetworkApproach Network(Setting setting) => new(NetworkRecipe.Of(
        "small network",
        new ColumnsRecipe(new SummedView(Scaling.Raw), NetworkRecipe.Dense(Activation.Relu, 10, 10, 10)),
        new() { Optimizer = Optimizer.Sgd, LearningRate = setting.Number(Rate), BatchSize = 32, Epochs = 10 }));

    private static IEnumerable<(double, double)> Values(SearchedAnswers answers) => [.. answers.Trials.Select(trial => (trial.Setting.Values[0], trial.Score))];
}
