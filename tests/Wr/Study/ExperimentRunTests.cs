using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class ExperimentRunTests
{
    [Fact]
    public void Only_tasks_that_were_kept_from_learning_are_judged_on()
    {
        var set = Made.Set(300);
        var answered = Run(Made.Experiment(), set).Answered!;

        Assert.Equal(StudySplits.Of(SplitKind.Time, set.Tasks, 1).Test, answered.Rows);
        Assert.Equal(answered.Classes, answered.Rows.Select(row => TalkTargets.PlainOfAuthors.ClassOf(set.Tasks[row].Action, true)!.Value));
        Assert.All(answered.Probabilities, row => Assert.Equal(1, row.Sum(), 5));
        Assert.InRange(answered.Records, 297, 300);
        Assert.True(answered.Auroc > 0.6);
    }

    [Fact]
    public void Probabilities_are_put_right_in_the_same_order()
    {
        var answered = Run(Made.Experiment(approach: TalkNetworks.Tiers(new PlainTierView())), Made.Set(300)).Answered!;

        var mended = answered with { Probabilities = answered.Calibrated! };
        Assert.Equal(answered.Auroc!.Value, mended.Auroc!.Value, 2);
        Assert.NotEqual(answered.Scores, mended.Scores);
    }

    [Fact]
    public void Questions_of_more_classes_are_not_put_right() =>
        Assert.Null(Run(Made.Experiment(target: RecoveryTargets.Action, approach: new ConstantApproach()), Made.Set(300)).Answered!.Calibrated);

    [Fact]
    public void A_share_of_the_data_is_one_of_whole_families_learned_from()
    {
        var set = Made.Set(600);
        var experiment = Made.Experiment(approach: new ConstantApproach());

        var (all, half) = (Run(experiment, set).Answered!, Run(experiment with { DataShare = 0.5 }, set).Answered!);

        Assert.Equal(all.Rows, half.Rows);
        Assert.InRange(half.Learned - 90, 130, 200);
        Assert.Equal("constant answer on 50 % of the data", half.Experiment.Name);
    }

    [Fact]
    public void The_constant_answer_is_the_rates_of_the_past()
    {
        var answered = Run(Made.Experiment(approach: new ConstantApproach()), Made.Set(300)).Answered!;

        Assert.All(answered.Probabilities, row => Assert.Equal(answered.ConstantRates, row));
    }

    [Fact]
    public void A_question_that_all_orders_answer_alike_is_left_out()
    {
        var outcome = Run(Made.Experiment(), Made.Set(100, orderOf: _ => Made.Plain));

        Assert.Equal((null, "the tasks to learn from are all \"acdc\""), (outcome.Answered, outcome.Reason));
    }

    [Fact]
    public void Both_classes_must_come_among_those_learned_from_watched_and_judged_on()
    {
        var later = Run(Made.Experiment(), Made.Set(100, orderOf: at => at < 60 ? Made.Plain : new(RecoveryActionKind.Clone)));
        var ended = Run(Made.Experiment(), Made.Set(100, orderOf: at => at < 65 && at % 2 == 0 ? new(RecoveryActionKind.Clone) : Made.Plain));
        var unwatched = Run(Made.Experiment(), Made.Set(100, orderOf: at => at is < 50 or > 75 && at % 2 == 0 ? new(RecoveryActionKind.Clone) : Made.Plain));

        Assert.Equal("the tasks to learn from are all \"acdc\"", later.Reason);
        Assert.Equal("the tasks to judge on are all \"acdc\"", ended.Reason);
        Assert.Equal("the tasks to watch are all \"acdc\"", unwatched.Reason);
    }

    [Fact]
    public void A_question_that_no_order_answers_is_left_out() => Assert.Equal(
        "there are no tasks to learn from", Run(Made.Experiment(target: TalkTargets.Clone), Made.Set(100, orderOf: _ => new(RecoveryActionKind.OnHold))).Reason);

    [Fact]
    public void Without_logs_words_are_not_learned()
    {
        var experiment = Made.Experiment(10, TalkTargets.Unmodified, approach: TalkNetworks.AveragedWords(new SummedView())) with { NeedsLogs = true };

        Assert.Equal("there are no logs", Run(experiment, Made.Set(300)).Reason);
        Assert.NotNull(Run(experiment, Made.Set(300, logs: true)).Answered);
    }

    [Fact]
    public void Logs_that_repeat_no_word_are_none_to_learn_from()
    {
        var experiment = Made.Experiment(10, TalkTargets.Unmodified, approach: TalkNetworks.AveragedWords(new SummedView())) with { NeedsLogs = true };
        var tasks = Made.Tasks(300, logs: true).Select(task => task with { Report = task.Report with { Logs = [task.Report.Logs[0] with { Text = "!!!" }] } });

        Assert.Equal("the logs to learn from repeat no word often enough", Run(experiment, new([.. tasks])).Reason);
    }

    [Fact]
    public void Training_that_runs_away_is_told_and_ends_nothing_else()
    {
        Assert.StartsWith("training ran away: ", Run(Made.Experiment(approach: Wild()), Made.Set(300)).Reason);
    }

    [Fact]
    public void A_search_of_which_no_trial_works_is_told_and_ends_nothing_else()
    {
        var search = new ApproachSearch(TalkSearches.Networks, new RandomSearch(), _ => Wild(), Trials: 2);
        var approach = new SearchedApproach("wild search", "summed", search);

        Assert.Equal("no trial of wild search worked", Run(Made.Experiment(approach: approach), Made.Set(300)).Reason);
    }

    [Fact]
    public void An_experiment_that_one_seed_answers_is_not_left_out()
    {
        var (some, none) = (Made.Experiment(2), Made.Experiment(3));
        var answered = Made.Answered(some, [0.1], [true]);

        var skipped = Skipped.Of([new(some, null, "first"), new(some, answered), new(none, null, "first"), new(none, null, "second")]);

        Assert.Equal([(3, "first")], skipped.Select(one => (one.Row, one.Reason)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(Run(Made.Experiment(), Made.Set(200)).Answered!.Scores, Run(Made.Experiment(), Made.Set(200)).Answered!.Scores);

    private static NetworkApproach Wild() => new(NetworkRecipe.Of(
        "wild", new ColumnsRecipe(new SummedView(Scaling.Raw), [new DenseDesign(5)]), new() { LearningRate = 1e300, Epochs = 5 }));

    private static Outcome Run(Experiment experiment, TaskSet set) => ExperimentRun.Of(experiment, set, seed: 1, TestContext.Current.CancellationToken);
}
