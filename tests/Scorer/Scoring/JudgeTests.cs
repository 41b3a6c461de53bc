using CsCheck;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Models;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Scoring;

public sealed class JudgeTests
{
    private static readonly Gen<WorkflowAssistanceRequested> AnyTask =
        from errors in AnyError().Array[1, 6]
        from memory in Gen.Frequency((1, Gen.Const((int?)null)), (2, Gen.Int[0, 60_000].Select(mb => (int?)mb)))
        from cores in Gen.Frequency((1, Gen.Const((int?)null)), (2, Gen.Int[1, 8].Select(n => (int?)n)))
        select Of(errors) with { MemoryMb = memory, Cores = cores };

    [Fact]
    public void Without_a_model_nothing_is_recommended_and_the_reason_says_so()
    {
        var judgement = Judge(Of(Error(85)), ModelSet.None);

        Assert.Null(judgement.Choice);
        Assert.Equal("model", Assert.Single(judgement.Reasons).Feature);
        Assert.Empty(judgement.Models);
    }

    [Fact]
    public void Without_any_error_nothing_is_recommended_but_the_probabilities_are_given()
    {
        var judgement = Judge(Of(Error(85, count: 0)));

        Assert.Null(judgement.Choice);
        Assert.Equal("errors", Assert.Single(judgement.Reasons).Feature);
        Assert.NotEmpty(judgement.Alternatives);
        Assert.Equal(1, judgement.WholePlans.Sum(plan => plan.Probability), 6);
        Assert.Equal(["action", "cores", "memory", "plan", "secondary", "splitting", "xrootd"], judgement.Models.Select(model => model.Target));
    }

    [Fact]
    public void What_operators_did_about_an_error_is_recommended_for_it()
    {
        var memory = Judge(Of(Error(50660))).Choice!;
        var clone = Judge(Of(Error(73))).Choice!;
        var split = Judge(Of(Error(8001))).Choice!;
        var plain = Judge(Of(Error(85))).Choice!;

        Assert.Equal((RecoveryActionKind.Acdc, 20_000, null), (memory.Plan.Action, memory.MemoryMb, memory.Splitting));
        Assert.Equal(RecoveryActionKind.Clone, clone.Plan.Action);
        Assert.Equal((null, "10x", true), (split.MemoryMb, split.Splitting, split.Plan.Xrootd));
        Assert.True(plain.Plan.IsPlainAcdc);
    }

    [Fact]
    public void Secondary_input_and_other_cores_are_recommended_with_the_value_that_operators_type_most()
    {
        var secondary = Judge(Of(Error(8028))).Choice!;
        var cores = Judge(Of(Error(139)) with { Cores = 8 }).Choice!;
        var otherCores = Judge(Of(Error(139)) with { Cores = 4 }).Choice!;

        Assert.Equal((true, null), (secondary.Plan.Secondary, secondary.Cores));
        Assert.Equal((true, 4), (cores.Plan.CoresChanged, cores.Cores));
        Assert.Equal(2, otherCores.Cores);
    }

    [Fact]
    public void How_sure_the_models_are_is_said_beside_the_choice()
    {
        var (known, novel) = (Judge(Of(Error(73))).Certainty!, Judge(Of(Error(73), Error(123456, count: 3))).Certainty!);
        var plans = PlanComposer.Compose(TrainedModels.Set.Models.Ask(MatrixReading.TaskOf(Of(Error(73)))));

        Assert.Equal(TrainedModels.Set.Models.Confidence!.ActionsOf(plans), known.Actions);
        Assert.Equal(TrainedModels.Set.Models.Confidence.SetOf(plans), known.Plans);
        Assert.False(known.Novelty.Any);
        Assert.Equal([123456], novel.Novelty.Codes);
    }

    [Fact]
    public void What_is_recommended_has_the_probability_of_the_whole_plan_and_no_likelier_plan_could_be_ordered() => AnyTask.Sample(task =>
    {
        var judgement = Judge(task);
        var chosen = judgement.Choice!.Plan;

        Assert.Contains(chosen, judgement.WholePlans);
        Assert.Equal(judgement.Plans.Single(plan => Bins(plan) == Bins(chosen)).Probability, judgement.WholePlans.Where(plan => Bins(plan) == Bins(chosen)).Sum(plan => plan.Probability), 9);
        var values = new PlanValues(TrainedModels.Set, MatrixReading.TaskOf(task), MaxMemoryMbPerCore);
        Assert.DoesNotContain(judgement.WholePlans, plan => plan.Probability > chosen.Probability && values.Of(plan) is not null);
    }, iter: 200);

    [Fact]
    public void Confidence_does_not_count_the_same_plan_with_other_switches()
    {
        var judgement = Judge(Of(Error(8001)));
        var chosen = judgement.Choice!.Plan;
        var other = judgement.WholePlans.First(plan => Bins(plan) == Bins(chosen) && plan != chosen);

        Assert.True(other.Probability > 0);
        Assert.True(chosen.Probability < judgement.Plans.Single(plan => Bins(plan) == Bins(chosen)).Probability);
    }

    [Fact]
    public void Models_without_a_stored_confidence_do_not_claim_any() =>
        Assert.Null(Judge(Of(Error(85)), TrainedModels.SetOf([.. TrainedModels.Stored.Where(model => model.Target != "plan")])).Certainty);

    [Fact]
    public void Whoever_asks_for_no_reasons_gets_everything_else()
    {
        var task = MatrixReading.TaskOf(Of(Error(50660), Error(92, count: 3)));
        var (full, quick) = (Scorer.Scoring.Judge.Of(TrainedModels.Set, task, MaxMemoryMbPerCore), Scorer.Scoring.Judge.WithoutReasons(TrainedModels.Set, task, MaxMemoryMbPerCore));

        Assert.NotEmpty(full.Reasons);
        Assert.Empty(quick.Reasons);
        Assert.Equal(full.Choice, quick.Choice);
        Assert.Equal(full.Plans, quick.Plans);
    }

    [Fact]
    public void The_first_reason_is_the_error_that_speaks_for_the_plan()
    {
        var reasons = Judge(Of(Error(50660), Error(92, count: 3))).Reasons;

        Assert.StartsWith("50660/", reasons[0].Feature, StringComparison.Ordinal);
        Assert.Contains("20 of 23 failures are 50660", reasons[0].Text, StringComparison.Ordinal);
        Assert.All(reasons, reason => Assert.True(reason.Contribution > 0));
    }

    [Fact]
    public void Probabilities_are_probabilities_and_the_alternatives_come_in_their_order() => AnyTask.Sample(task =>
    {
        var judgement = Judge(task);

        Assert.Equal(1, judgement.Plans.Sum(plan => plan.Probability), 6);
        Assert.All(judgement.Plans, plan => Assert.InRange(plan.Probability, 0, 1));
        Assert.InRange(judgement.Choice!.Plan.Probability, double.Epsilon, 1);
        Assert.Equal(judgement.Alternatives.OrderByDescending(other => other.Probability), judgement.Alternatives);
        Assert.True(judgement.Choice.Plan.Probability + judgement.Alternatives.Sum(other => other.Probability) <= 1 + 1e-6);
    }, iter: 200);

    [Fact]
    public void No_alternative_is_what_is_recommended_or_another_alternative() => AnyTask.Sample(task =>
    {
        var judgement = Judge(task);
        var orders = judgement.Alternatives.Select(other => (other.Action, other.MemoryMb, other.Splitting)).ToList();

        Assert.Equal(orders.Distinct(), orders);
        Assert.DoesNotContain((judgement.Choice!.Plan.Action.ToName(), judgement.Choice.MemoryMb, judgement.Choice.Splitting), orders);
    }, iter: 200);

    [Fact]
    public void Recommended_memory_is_above_the_tasks_own_and_within_the_policy() => AnyTask.Sample(task =>
    {
        var judgement = Judge(task);

        Assert.All(judgement.Alternatives.Select(other => other.MemoryMb).OfType<int>(), memory => AssertAllowed(memory, task.Cores));
        if (judgement.Choice!.MemoryMb is { } chosen)
            AssertAllowed(chosen, judgement.Choice.Cores ?? task.Cores);

        void AssertAllowed(int memory, int? cores) => Assert.InRange(memory, (task.MemoryMb ?? 0) + 1, MaxMemoryMbPerCore * (cores ?? 1));
    }, iter: 200);

    [Fact]
    public void The_same_task_is_judged_the_same_from_many_threads_at_once()
    {
        var task = Of(Error(50660), Error(73, count: 4));
        var expected = Judge(task);

        Parallel.For(0, 40, _ => Assert.Equal(expected.Plans, Judge(task).Plans));
    }

    private static (RecoveryActionKind, string, string) Bins(Plan plan) => (plan.Action, plan.Memory, plan.Splitting);

    private static Judgement Judge(WorkflowAssistanceRequested task, ModelSet? models = null) =>
        Scorer.Scoring.Judge.Of(models ?? TrainedModels.Set, MatrixReading.TaskOf(task), MaxMemoryMbPerCore);

    private static Gen<ErrorRow> AnyError() =>
        from code in OneOf.These(-1, 85, 92, 50660, 73, 99303, 8001, 123456)
        from site in OneOf.These("T2_US_MIT", "T1_ES_PIC_Disk", "Unknown")
        from count in Gen.Long[1, 2000]
        from readiness in OneOf.These("green", "red", "none")
        select Error(code, site, count, readiness);
}
