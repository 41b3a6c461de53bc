using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

/// <summary>What winners and models of before are compared by; of 1500 tasks the last 225 are the test part.</summary>
public sealed class RematchTests
{
    private const int Fewest = 50;

    [Fact]
    public void Models_that_have_learned_less_than_the_tested_ones_are_compared_on_the_whole_test_part()
    {
        using var result = Cases.Run(Cases.OfFewHabits(), Cases.Quick());

        var border = result.BorderAfter(TimeOf(1000), Fewest);
        using var twins = result.TwinsBefore(border!.Value, TestContext.Current.CancellationToken);

        Assert.Equal(TimeOf(1275), border);
        Assert.Equal(result.Later, twins!.Later);
        Assert.Same(result.Models, twins.Models);
    }

    [Theory]
    [InlineData(1299, 1400)]
    [InlineData(1399, 1450)]
    [InlineData(1459, 1460)]
    public void Twins_learn_all_that_later_models_have_and_the_first_half_of_what_is_newer_as_long_as_enough_is_left(int learned, int border)
    {
        using var result = Cases.Run(Cases.OfFewHabits(), Cases.Quick());

        Assert.Equal(TimeOf(border), result.BorderAfter(TimeOf(learned), Fewest));
        using var twins = result.TwinsBefore(TimeOf(border), TestContext.Current.CancellationToken);
        Assert.Equal(1500 - border, twins!.Later.Count);
    }

    [Fact]
    public void A_habit_that_began_within_the_test_part_is_known_to_twins_that_learned_of_it_and_not_to_the_tested_models()
    {
        var tasks = Cases.OfFewHabits().Select((task, at) => at >= 1300 && task.Action.Kind == RecoveryActionKind.Clone ? task with { Action = new(RecoveryActionKind.ByPass) } : task).ToList();
        using var result = Cases.Run(tasks, Cases.Quick());
        using var twins = result.TwinsBefore(TimeOf(1400), TestContext.Current.CancellationToken);

        var (count, loss) = PlanEvaluation.LogLossOf(twins!.Later, twins.Models.AskTested);
        Assert.Equal(100, count);
        Assert.True(loss < PlanEvaluation.LogLossOf(twins.Later, result.Models!.AskTested).LogLoss - 0.2);
    }

    [Fact]
    public void Families_that_were_met_before_the_border_are_not_compared()
    {
        var tasks = Cases.OfFewHabits().Select((task, at) => at is 1450 or 1460 ? task with { Family = "family3" } : task).ToList();
        using var result = Cases.Run(tasks, Cases.Quick());
        using var twins = result.TwinsBefore(TimeOf(1400), TestContext.Current.CancellationToken);

        Assert.Equal(98, twins!.Later.Count);
        Assert.DoesNotContain(twins.Later, task => task.Family == "family3");
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(1285)]
    public void Where_one_half_is_enough_a_change_within_the_last_part_refuses_nobody_who_learned_of_it_or_was_good_before(int changedAt)
    {
        // From some task on what was cloned is recovered and what was recovered with more memory is cloned.
        List<RecordedTask> changed = [.. Cases.OfFewHabits().Select((task, at) => at < changedAt ? task : task with { Action = TurnedRound(task.Action) })];
        var ofLate = Cases.Quick() with { Candidates = _ => [new WindowApproach(new TreesApproach(MatrixViews.Tier) { Rounds = 40 }, TimeSpan.FromDays(18))] };
        using var whole = Cases.Run(changed, ofLate);
        using var half = Cases.Run(changed, ofLate with { OneHalfIsEnough = true });

        Assert.Null(whole.Models);
        Assert.NotNull(half.Models);
        var plans = half.PlansOnHalf ?? half.Plans!;
        Assert.True(plans.LogLoss < plans.ConstantLogLoss);
    }

    private static RecoveryAction TurnedRound(RecoveryAction action) => action switch
    {
        { Kind: RecoveryActionKind.Clone } => new(RecoveryActionKind.Acdc),
        { MemoryMb: not null } => new(RecoveryActionKind.Clone),
        _ => action,
    };

    private static DateTimeOffset TimeOf(int row) => Cases.Begin.AddHours(4 * row);
}
