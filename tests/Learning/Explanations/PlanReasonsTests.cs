using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tests.Training;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class PlanReasonsTests : IDisposable
{
    private static readonly Plan PlainAcdc = new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, 0.9);

    private readonly ActiveModel _action = Model(RecoveryTargets.Action);
    private readonly ActiveModel _memory = Model(RecoveryTargets.Memory);

    public void Dispose()
    {
        _action.Dispose();
        _memory.Dispose();
    }

    [Fact]
    public void More_memory_is_explained_by_the_error_that_asks_for_it()
    {
        var reasons = PlanReasons.Of(new([_action, _memory]), Cases.Row(50660), PlainAcdc with { Memory = "ge20" }, 20);

        Assert.StartsWith("20 of 20 failures are 50660 ", reasons[0].Text);
        Assert.StartsWith("50660/", reasons[0].Contribution.Column);
        Assert.InRange(reasons.Count, 1, 3);
        Assert.All(reasons, reason => Assert.True(reason.Contribution.Amount > 0));
    }

    [Fact]
    public void What_a_task_has_comes_before_what_it_has_not()
    {
        var reasons = PlanReasons.Of(new([_action, _memory]), Cases.Row(92), PlainAcdc, 20);

        Assert.Equal(reasons.OrderByDescending(reason => reason.Contribution.Value > 0).ThenByDescending(reason => reason.Contribution.Amount), reasons);
    }

    [Fact]
    public void The_first_departure_from_a_plain_acdc_decides()
    {
        var models = new ActivePlanModels([_action, _memory]);

        Assert.Equal((RecoveryTargets.Memory, 2), PlanReasons.Deciding(models, PlainAcdc with { Memory = "10to20", Splitting = "10x" }));
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Clone), PlanReasons.Deciding(models, PlainAcdc with { Action = RecoveryActionKind.Clone, Memory = "ge20" }));
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Acdc), PlanReasons.Deciding(models, PlainAcdc));
    }

    [Fact]
    public void A_parameter_without_a_model_decides_nothing() =>
        Assert.Equal((RecoveryTargets.Action, (int)RecoveryActionKind.Acdc), PlanReasons.Deciding(new([_action, _memory]), PlainAcdc with { Splitting = "10x" }));

    private static ActiveModel Model(Target target)
    {
        using var trained = ModelTrainer.Train(target, Cases.Many(600), new() { Rounds = 20 }, cancellation: TestContext.Current.CancellationToken).Model!;
        return new(ModelArtifact.Of(trained, Cases.View, "1.2.3"), Cases.View);
    }
}
