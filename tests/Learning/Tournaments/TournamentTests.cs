using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

public sealed class TournamentTests
{
    private static readonly TreesApproach Trees = new(MatrixViews.Tier) { Rounds = 40, RecentRates = true };
    private static readonly TreesApproach OneRound = new(MatrixViews.Tier) { Rounds = 1 };

    [Fact]
    public void What_operators_do_by_rule_is_learned()
    {
        using var model = Cases.Model(RecoveryTargets.Action, Cases.OfFewHabits());

        Assert.True(model.Metrics.LogLoss < 0.6 * model.Metrics.ConstantLogLoss, $"{model.Metrics.LogLoss} of {model.Metrics.ConstantLogLoss}");
        Assert.True(model.Metrics.Accuracy > model.Metrics.ConstantAccuracy + 0.08);
        Assert.True(model.Metrics.Auroc[(int)RecoveryActionKind.Clone] > 0.95);
        Assert.True(model.Metrics.CalibrationError < 0.05);
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void Every_kind_of_approach_learns_it(string kind)
    {
        using var model = Cases.Model(RecoveryTargets.Memory, Cases.Many(), Cases.Kinds[kind]);

        Assert.Equal((kind, Cases.Kinds[kind].Name, ProductionViews.Context), (model.Final.Evidence.Kind, model.Approach, model.View));
        Assert.True(model.Metrics.LogLoss < 0.75 * model.Metrics.ConstantLogLoss, $"{model.Metrics.LogLoss} of {model.Metrics.ConstantLogLoss}");
    }

    [Fact]
    public void From_shuffled_orders_nothing_is_learned_and_the_answer_stays_at_the_base_rates()
    {
        var shuffled = Cases.WithShuffledOrders(Cases.OfFewHabits());
        var lesson = Lesson.Of(new(shuffled), RecoveryTargets.Action, Enumerable.Range(0, 1050), Enumerable.Range(1050, 225), seed: 1);
        using var model = Trees.Fit(lesson, [.. lesson.Train, .. lesson.Watch], Trees.Settle(lesson, cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var later = shuffled.Skip(1275).ToList();
        var answers = model.Predict([.. later.Select(task => Trees.Eye.Of(task.Report))]);
        int[] orders = [.. later.Select(task => (int)task.Action.Kind)];
        var constant = ProbabilityScores.LogLoss([.. orders.Select(_ => model.BaseRates.ToArray())], orders);
        var clones = answers.Select(answer => answer[(int)RecoveryActionKind.Clone]).ToList();
        Assert.InRange(RocCurve.Area(clones, [.. orders.Select(order => order == (int)RecoveryActionKind.Clone)])!.Value, 0.35, 0.65);
        Assert.InRange(ProbabilityScores.LogLoss(answers, orders), 0.95 * constant, 1.05 * constant);
    }

    [Fact]
    public void What_changed_its_meaning_before_the_last_part_is_refused_because_it_is_worse_than_the_constant_answer()
    {
        var tasks = Cases.Many(noise: 0);
        var turned = tasks.Select((task, at) => at < 1275 ? task : task with { Action = tasks[(at * 7) % 1275].Action }).ToList();
        using var result = Cases.Run(turned, Cases.Quick());

        Assert.StartsWith("target action: no better than the constant answer: log-loss ", result.Of(RecoveryTargets.Action)!.Refusal);
        Assert.Null(result.Models);
        Assert.Null(result.Confidence);
    }

    [Fact]
    public void The_candidate_wins_that_answers_the_next_part_of_time_best()
    {
        using var result = Cases.Run(Cases.Many(), Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [OneRound, Trees, new LinearApproach(MatrixViews.Tier) { Penalties = [1e7] }] });
        var action = result.Of(RecoveryTargets.Action)!;

        Assert.Equal(3, action.Candidates.Count);
        Assert.Equal(action.Candidates[1].LogLoss, action.Candidates.Min(candidate => candidate.LogLoss));
        Assert.Equal(("trees", "tier"), (action.Model!.Approach, action.Model.View.Name));
    }

    [Fact]
    public void Of_candidates_that_are_as_good_as_equal_the_first_wins()
    {
        using var result = Cases.Run(Cases.Many(900), Cases.Quick(RecoveryTargets.Memory) with { Candidates = _ => [new TreesApproach(MatrixViews.Tier, TimeSpan.FromDays(100_000)) { Rounds = 40 }, Trees] });

        var (first, second) = (result.Of(RecoveryTargets.Memory)!.Candidates[0].LogLoss, result.Of(RecoveryTargets.Memory)!.Candidates[1].LogLoss);
        Assert.InRange(first!.Value / second!.Value, 0.99, 1.01);
        Assert.Equal("trees, half-life 100000 days", result.Of(RecoveryTargets.Memory)!.Model!.Approach);
    }

    [Fact]
    public void Of_old_orders_that_mean_something_else_the_candidate_that_forgets_them_wins()
    {
        // For two thirds of the part to train with, what asks for a clone or for memory was answered by other orders.
        var tasks = Cases.Many(noise: 0.02);
        var changed = tasks.Select((task, at) => at < 700 && task.Action is { Kind: RecoveryActionKind.Clone } or { MemoryMb: not null }
            ? task with { Action = at % 2 == 0 ? new(RecoveryActionKind.Acdc) : new(RecoveryActionKind.ByPass) }
            : task).ToList();
        var forgets = new TreesApproach(MatrixViews.Tier, TimeSpan.FromDays(20)) { Rounds = 40 };
        using var result = Cases.Run(changed, Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [Trees, forgets] });

        Assert.Equal("trees, half-life 20 days", result.Of(RecoveryTargets.Action)!.Model!.Approach);
    }

    [Fact]
    public void Where_old_orders_mislead_the_candidate_that_leaves_them_out_wins_and_its_window_says_so()
    {
        // Until two thirds of the part to train with, the two habits were the other way round; half-forgetting would mix both.
        var tasks = Cases.Many(noise: 0.02);
        var changed = tasks.Select((task, at) => at < 600 ? task with { Action = TurnedRound(task.Action) } : task).ToList();
        var window = new WindowApproach(Trees, TimeSpan.FromDays(75));
        using var result = Cases.Run(changed, Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [Trees, window] });
        using var everything = Cases.Run(tasks, Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [Trees, window] });

        var model = result.Of(RecoveryTargets.Action)!.Model!;
        Assert.Equal("trees, last 75 days", model.Approach);
        Assert.Equal((model.Window.To - TimeSpan.FromDays(75), (75 * 6) + 1), (model.Window.From, model.Examples));
        Assert.Equal("trees", everything.Of(RecoveryTargets.Action)!.Model!.Approach);

        static RecoveryAction TurnedRound(RecoveryAction action) => action.Kind switch
        {
            RecoveryActionKind.Clone => new(RecoveryActionKind.Acdc),
            RecoveryActionKind.Acdc when action.MemoryMb is not null => new(RecoveryActionKind.Clone),
            _ => action,
        };
    }

    [Fact]
    public void A_candidate_that_fails_is_left_out_and_said_so()
    {
        var wild = new ColumnsNetworkApproach(MatrixViews.Tier, new("wild", [new DenseDesign(8)], new() { LearningRate = 1e300, Epochs = 1 }));
        using var result = Cases.Run(Cases.Many(400), Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [wild, OneRound] });
        var action = result.Of(RecoveryTargets.Action)!;

        Assert.Null(action.Candidates[0].LogLoss);
        Assert.NotNull(action.Candidates[0].Failure);
        Assert.Equal("trees", action.Model!.Approach);
    }

    [Fact]
    public void The_same_tasks_give_the_same_bytes_whatever_the_threads_and_their_order()
    {
        var tasks = Cases.Many(700);
        var options = new TournamentOptions { Candidates = target => target == RecoveryTargets.Action ? [.. Cases.Kinds.Values] : [OneRound, Trees] };
        var first = Bytes(tasks, options);

        Assert.True(first.Count >= 5);
        Assert.Equal(first, Bytes([.. tasks.AsEnumerable().Reverse()], options with { Threads = 2 }));
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void Every_kind_of_model_has_the_same_bytes_whatever_the_threads(string kind)
    {
        var options = Cases.Quick(RecoveryTargets.Action) with { Candidates = _ => [Cases.Kinds[kind]] };

        Assert.Equal(Bytes(Cases.Many(600), options), Bytes(Cases.Many(600), options with { Threads = 2 }));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        var options = Cases.Quick(RecoveryTargets.Action);
        Assert.NotEqual(Bytes(Cases.Many(600), options), Bytes(Cases.Many(600), options with { Seed = 2 }));
    }

    [Fact]
    public void Classes_that_never_happened_stay_possible_but_improbable()
    {
        using var model = Cases.Model(RecoveryTargets.Action, Cases.Many());
        var answer = model.Final.Predict(Cases.Row(92));
        foreach (var absent in new[] { RecoveryActionKind.Recovery, RecoveryActionKind.OnHold, RecoveryActionKind.ForceComplete })
            Assert.InRange(answer[(int)absent], 1e-6, 0.01);
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void One_task_is_answered_as_in_a_batch(string kind)
    {
        var model = Cases.MemoryModel(kind);
        var rows = Cases.Many(50, seed: 3).Select(task => model.View.Of(task.Report)).ToList();
        Assert.Equal(model.Final.Predict(rows), rows.Select(model.Final.Predict));
    }

    [Fact]
    public void Base_rates_follow_the_recent_past()
    {
        // Clones are common in the first half of the time and gone in the second.
        var changed = Cases.OfFewHabits().Select((task, at) => at > 750 && task.Action.Kind == RecoveryActionKind.Clone
            ? task with { Action = new(RecoveryActionKind.Acdc) }
            : task).ToList();
        var lesson = Lesson.Of(new(changed), RecoveryTargets.Action, Enumerable.Range(0, 1275), Enumerable.Range(1275, 225), seed: 1);
        using var model = Trees.Fit(lesson, [.. lesson.Train, .. lesson.Watch], Trees.Settle(lesson, cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var overall = changed.Average(task => task.Action.Kind == RecoveryActionKind.Clone ? 1.0 : 0.0);
        Assert.InRange(model.BaseRates[(int)RecoveryActionKind.Clone], 0.001, 0.75 * overall);
    }

    [Fact]
    public void Base_rates_count_tasks_although_a_whole_workflow_weighs_as_one_order()
    {
        var (tasks, ofAllTimes) = (Cases.OfFewHabits(), new TreesApproach(MatrixViews.Tier) { Rounds = 40 });
        using var even = Cases.Model(RecoveryTargets.Action, tasks, ofAllTimes);
        using var weighted = Cases.Model(
            RecoveryTargets.Action, tasks.ConvertAll(task => task.Action.Kind == RecoveryActionKind.Clone ? task with { Weight = 0.2 } : task), ofAllTimes);

        Assert.Equal(even.Final.BaseRates, weighted.Final.BaseRates);
        Assert.InRange(weighted.Metrics.LogLoss, 0.8 * even.Metrics.LogLoss, 1.2 * even.Metrics.LogLoss);
    }

    [Fact]
    public void Orders_without_parameters_do_not_count_for_parameters() => Assert.Equal(
        "target memory: only 0 examples to train with, 20 are needed",
        RefusalOf(RecoveryTargets.Memory, Cases.Many().ConvertAll(task => task with { ParametersGiven = false })));

    [Fact]
    public void A_single_class_is_refused_with_its_name() => Assert.Equal(
        "target action: every example to train with is of the class acdc",
        RefusalOf(RecoveryTargets.Action, Cases.Many().ConvertAll(task => task with { Action = new(RecoveryActionKind.Acdc) })));

    [Fact]
    public void A_class_that_is_too_rare_is_refused_with_its_number() => Assert.Equal(
        "target secondary: only 3 examples to train with are of another class than not-enabled, 10 are needed",
        RefusalOf(RecoveryTargets.Secondary, [.. Cases.Many().Select((task, at) => task with { Action = new(RecoveryActionKind.Acdc) { Secondary = at is 10 or 20 or 30 or 1400 ? true : null } })]));

    [Fact]
    public void No_examples_are_refused()
    {
        using var result = Cases.Run([], new());
        Assert.All(result.Targets, target => Assert.Equal("there are no examples", target.Refusal));
    }

    [Fact]
    public void A_cancelled_tournament_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Tournament.Run(Cases.Many(300), Cases.Quick(), cancellation: source.Token));
    }

    [Fact]
    public void A_tournament_cancelled_on_the_way_ends_there()
    {
        using var source = new CancellationTokenSource();
        var told = new Told(progress =>
        {
            if (progress.Target == "memory")
                source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Tournament.Run(Cases.Many(300), Cases.Quick(), told, source.Token));
        Assert.DoesNotContain("splitting", told.Seen.Select(progress => progress.Target));
    }

    [Fact]
    public void Progress_rises_and_names_targets_and_approaches()
    {
        var told = new Told(_ => { });
        Tournament.Run(Cases.Many(900), Cases.Quick(), told, TestContext.Current.CancellationToken).Dispose();

        Assert.Equal(told.Seen.Select(progress => progress.Done).Order(), told.Seen.Select(progress => progress.Done));
        Assert.All(told.Seen, progress => Assert.InRange(progress.Done, 0, 1));
        Assert.Contains(told.Seen, progress => progress is { Target: "action", Stage: "trees on tier" });
        Assert.Contains(told.Seen, progress => progress is { Target: "action", Stage: "training trees" });
    }

    [Fact]
    public void Typed_values_are_kept_per_bin_and_clones_have_rates_of_their_own()
    {
        using var memory = Cases.Model(RecoveryTargets.Memory, Cases.Many());
        using var cores = Cases.Model(RecoveryTargets.Cores, Cases.Many());

        var typical = Assert.Single(memory.Usage.Typical[3]);
        Assert.Equal("20000", typical.Value);
        Assert.True(typical.Count > 100);
        Assert.True(memory.Usage.CloneRates![0] > 0.9);
        Assert.Equal("4", Assert.Single(cores.Usage.Typical[1]).Value);
        Assert.Null(cores.Usage.CloneRates);
    }

    [Fact]
    public void Winners_are_measured_on_the_other_splits_when_asked()
    {
        using var without = Cases.Model(RecoveryTargets.Memory, Cases.Many(600));
        using var result = Cases.Run(Cases.Many(600), Cases.Quick(RecoveryTargets.Memory) with { OtherSplits = true });
        var splits = result.Of(RecoveryTargets.Memory)!.Model!.OtherSplits;

        Assert.Empty(without.OtherSplits);
        Assert.Equal([Splits.RandomByRecord, Splits.ByWorkflow], splits.Keys);
        Assert.All(splits.Values, metrics => Assert.True(metrics.LogLoss < metrics.ConstantLogLoss && metrics.TestExamples > 50));
    }

    [Fact]
    public void The_curves_of_a_winner_are_those_of_its_metrics()
    {
        using var model = Cases.Model(RecoveryTargets.Memory, Cases.Many(600));

        var curves = model.Curves!;

        Assert.NotEmpty(curves.Classes);
        Assert.All(curves.Classes, drawn =>
        {
            var area = drawn.Roc.Zip(drawn.Roc.Skip(1), (from, to) => (to.FalsePositiveRate - from.FalsePositiveRate) * (to.TruePositiveRate + from.TruePositiveRate) / 2).Sum();
            Assert.Equal(model.Metrics.Auroc[model.Target.Classes.ToList().IndexOf(drawn.Class)]!.Value, area, 0.02);
            Assert.InRange(drawn.Roc.Count, 2, 40);
            Assert.Equal(model.Metrics.TestExamples, drawn.Rows);
            Assert.Equal(drawn.Rows, drawn.Reliability.Sum(bin => bin.Count));
            Assert.Equal(drawn.Positives, drawn.Reliability.Sum(bin => bin.Share * bin.Count), 0.5);
        });
    }

    [Fact]
    public void Composed_plans_are_judged_on_tasks_not_seen()
    {
        using var result = Cases.Run(Cases.OfFewHabits(), Cases.Quick());
        var evaluation = result.Plans!;

        Assert.True(evaluation.StrictAuroc > 0.9);
        Assert.True(evaluation.MemoryAuroc > 0.9);
        Assert.True(evaluation.PlainAuroc > 0.9);
        Assert.True(evaluation.LogLoss < 0.6 * evaluation.ConstantLogLoss);
        Assert.Equal((225, 225), (evaluation.Tasks, result.Later.Count));
    }

    private static string? RefusalOf(Target target, IReadOnlyList<RecordedTask> tasks)
    {
        using var result = Cases.Run(tasks, Cases.Quick(target));
        Assert.Null(result.Of(target)!.Model);
        return result.Of(target)!.Refusal;
    }

    private static List<string> Bytes(IReadOnlyList<RecordedTask> tasks, TournamentOptions options)
    {
        using var result = Cases.Run(tasks, options);
        var models = result.Targets.Where(target => target.Model is not null).Select(target => Convert.ToBase64String(ModelArtifact.Of(target.Model!, "1.0").ToBytes()));
        return result.Confidence is { } confidence ? [.. models, Convert.ToBase64String(confidence.ToBytes())] : [.. models];
    }

    private sealed class Told(Action<TournamentProgress> then) : IProgress<TournamentProgress>
    {
        public List<TournamentProgress> Seen { get; } = [];

        public void Report(TournamentProgress value)
        {
            Seen.Add(value);
            then(value);
        }
    }
}
