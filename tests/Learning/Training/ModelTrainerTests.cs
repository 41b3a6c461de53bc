using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tests.Training;

public sealed class ModelTrainerTests
{
    [Fact]
    public void What_operators_do_by_rule_is_learned()
    {
        using var model = Train(RecoveryTargets.Action, Cases.Many());

        Assert.True(model.Metrics.LogLoss < 0.6 * model.Metrics.ConstantLogLoss, $"{model.Metrics.LogLoss} of {model.Metrics.ConstantLogLoss}");
        Assert.True(model.Metrics.Accuracy > model.Metrics.ConstantAccuracy + 0.08);
        Assert.True(model.Metrics.Auroc[(int)RecoveryActionKind.Clone] > 0.95);
        Assert.True(model.Metrics.CalibrationError < 0.05);
    }

    [Fact]
    public void From_shuffled_orders_nothing_is_learned_and_the_answer_stays_at_the_base_rates()
    {
        using var model = Train(RecoveryTargets.Action, Cases.WithShuffledOrders(Cases.Many()));

        Assert.InRange(model.Metrics.Auroc[(int)RecoveryActionKind.Clone]!.Value, 0.35, 0.65);
        Assert.InRange(model.Metrics.LogLoss, 0.95 * model.Metrics.ConstantLogLoss, 1.05 * model.Metrics.ConstantLogLoss);
    }

    [Fact]
    public void Training_twice_with_other_threads_and_another_order_of_examples_gives_the_same_bytes()
    {
        var examples = Cases.Many();
        foreach (var target in RecoveryTargets.All)
        {
            var first = Bytes(target, examples, threads: 1);
            Assert.Equal(first, Bytes(target, examples, threads: 1));
            Assert.Equal(first, Bytes(target, [.. examples.AsEnumerable().Reverse()], threads: 2));
        }
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        var examples = Cases.Many();
        Assert.NotEqual(Bytes(RecoveryTargets.Action, examples, threads: 1), Bytes(RecoveryTargets.Action, examples, threads: 1, seed: 2));
    }

    [Fact]
    public void Classes_that_never_happened_stay_possible_but_improbable()
    {
        using var model = Train(RecoveryTargets.Action, Cases.Many());
        var answer = model.Final.Predict(Cases.Row(92));
        foreach (var absent in new[] { RecoveryActionKind.Recovery, RecoveryActionKind.OnHold, RecoveryActionKind.ForceComplete })
            Assert.InRange(answer[(int)absent], 1e-6, 0.01);
    }

    [Fact]
    public void One_task_is_answered_as_in_a_batch()
    {
        using var model = Train(RecoveryTargets.Memory, Cases.Many());
        var rows = Cases.Many(50, seed: 3).Select(example => example.Features).ToList();
        Assert.Equal(model.Final.Predict(rows), rows.Select(model.Final.Predict));
    }

    [Fact]
    public void Base_rates_follow_the_recent_past()
    {
        // Clones are common in the first half of the time and gone in the second.
        var examples = Cases.Many();
        var changed = examples.Select((example, at) => at > 750 && example.Action.Kind == RecoveryActionKind.Clone
            ? example with { Action = new(RecoveryActionKind.Acdc) }
            : example).ToList();
        using var model = Train(RecoveryTargets.Action, changed);

        var overall = changed.Average(example => example.Action.Kind == RecoveryActionKind.Clone ? 1.0 : 0.0);
        Assert.InRange(model.Final.BaseRates[(int)RecoveryActionKind.Clone], 0.001, 0.75 * overall);
    }

    [Fact]
    public void Base_rates_count_tasks_although_a_whole_workflow_weighs_as_one_order()
    {
        var examples = Cases.Many();
        var light = examples.ConvertAll(example => example.Action.Kind == RecoveryActionKind.Clone ? example with { Weight = 0.2 } : example);
        using var even = Train(RecoveryTargets.Action, examples);
        using var weighted = Train(RecoveryTargets.Action, light);

        Assert.Equal(even.Final.BaseRates, weighted.Final.BaseRates);
        Assert.InRange(weighted.Metrics.LogLoss, 0.8 * even.Metrics.LogLoss, 1.2 * even.Metrics.LogLoss);
    }

    [Fact]
    public void Orders_without_parameters_do_not_count_for_parameters()
    {
        var examples = Cases.Many().ConvertAll(example => example with { ParametersGiven = false });
        var result = Try(RecoveryTargets.Memory, examples);
        Assert.Null(result.Model);
        Assert.Equal("target memory: only 0 examples to train with, 20 are needed", result.Refusal);
    }

    [Fact]
    public void A_single_class_is_refused_with_its_name()
    {
        var examples = Cases.Many().ConvertAll(example => example with { Action = new(RecoveryActionKind.Acdc) });
        Assert.Equal(
            "target action: every example to train with is of the class acdc",
            Try(RecoveryTargets.Action, examples).Refusal);
    }

    [Fact]
    public void No_examples_are_refused() => Assert.Equal("there are no examples", Try(RecoveryTargets.Action, []).Refusal);

    [Fact]
    public void A_cancelled_training_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ModelTrainer.Train(RecoveryTargets.Action, Cases.Many(), new(), cancellation: source.Token));
    }

    [Fact]
    public void Typed_values_are_kept_per_bin_and_clones_have_rates_of_their_own()
    {
        using var model = Train(RecoveryTargets.Memory, Cases.Many());
        var typical = Assert.Single(model.Usage.Typical[3]);
        Assert.Equal("20000", typical.Value);
        Assert.True(typical.Count > 100);
        Assert.True(model.Usage.CloneRates![0] > 0.9);
    }

    [Fact]
    public void Composed_plans_are_judged_on_tasks_not_seen()
    {
        var (examples, options) = (Cases.Many(), new TrainingOptions());
        var models = RecoveryTargets.All.Select(target => Train(target, examples)).ToList();
        var evaluation = PlanEvaluation.Of(new(models[0], models[1], models[2], models[3]), examples, options);
        models.ForEach(model => model.Dispose());

        Assert.True(evaluation.StrictAuroc > 0.9);
        Assert.True(evaluation.MemoryAuroc > 0.9);
        Assert.True(evaluation.PlainAuroc > 0.9);
        Assert.True(evaluation.LogLoss < 0.6 * evaluation.ConstantLogLoss);
        Assert.Equal(225, evaluation.Tasks);
    }

    private static TrainedModel Train(Target target, IReadOnlyList<Example> examples, int threads = 1, int seed = 1) =>
        Try(target, examples, threads, seed).Model!;

    private static TrainingResult Try(Target target, IReadOnlyList<Example> examples, int threads = 1, int seed = 1) =>
        ModelTrainer.Train(target, examples, new() { Threads = threads, Seed = seed }, cancellation: TestContext.Current.CancellationToken);

    private static byte[] Bytes(Target target, IReadOnlyList<Example> examples, int threads, int seed = 1)
    {
        using var model = Train(target, examples, threads, seed);
        return ModelArtifact.Of(model, Cases.View, "1.0").ToBytes();
    }
}
