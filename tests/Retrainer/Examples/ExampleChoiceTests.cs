using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Retrainer.Examples;
using static WorkflowRecovery.Retrainer.Tests.Examples.Answers;

namespace WorkflowRecovery.Retrainer.Tests.Examples;

public sealed class ExampleChoiceTests
{
    [Fact]
    public void The_last_action_on_an_event_counts_in_whatever_order_they_come()
    {
        var eventId = Guid.NewGuid();
        Answer[] answers = [Of("a", "clone", hour: 2, eventId: eventId), Of("a", "on-hold", hour: 1, eventId: eventId), Of("a", "acdc", hour: 3, eventId: eventId)];

        Assert.Equal(RecoveryActionKind.Acdc, Assert.Single(ExampleChoice.Choose(answers)).Action.Kind);
        Assert.Equal(RecoveryActionKind.Acdc, Assert.Single(ExampleChoice.Choose([.. answers.Reverse()])).Action.Kind);
    }

    [Fact]
    public void An_order_on_a_whole_workflow_is_one_decision()
    {
        var key = Guid.NewGuid();

        var examples = ExampleChoice.Choose([.. "abcd".Select(task => Of($"{task}", key: key, wholeWorkflow: true)), Of("x", workflow: "v")]);

        Assert.Equal([0.25, 0.25, 0.25, 0.25, 1], examples.Select(example => example.Weight).Order());
    }

    [Fact]
    public void Orders_on_two_rounds_of_a_workflow_are_two_decisions()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        var examples = ExampleChoice.Choose([
            Of("a", key: first, wholeWorkflow: true), Of("b", key: first, wholeWorkflow: true),
            Of("a", key: second, wholeWorkflow: true), Of("b", key: second, wholeWorkflow: true)]);

        Assert.All(examples, example => Assert.Equal(0.5, example.Weight));
    }

    [Fact]
    public void Siblings_that_were_all_cloned_are_one_decision_and_siblings_with_an_acdc_each_are_many()
    {
        Assert.All(ExampleChoice.Choose([Of("a", "clone"), Of("b", "clone")]), example => Assert.Equal(0.5, example.Weight));
        Assert.All(ExampleChoice.Choose([Of("a"), Of("b")]), example => Assert.Equal(1, example.Weight));
    }

    [Fact]
    public void Agreeing_with_a_recommendation_weighs_less_than_choosing_freely() =>
        Assert.InRange(Assert.Single(ExampleChoice.Choose([Of("a", accepted: true)])).Weight, 0.01, 0.99);

    [Fact]
    public void A_task_without_any_cell_teaches_nothing_but_was_part_of_the_decision()
    {
        var key = Guid.NewGuid();

        var example = Assert.Single(ExampleChoice.Choose(
            [Of("a", key: key, wholeWorkflow: true), Of("b", key: key, wholeWorkflow: true, matrix: SiteErrorMatrix.Empty)]));

        Assert.Equal(("/w/a", 0.5), (example.Task, example.Weight));
    }

    [Fact]
    public void The_view_is_made_anew_when_the_stored_one_is_of_another_version()
    {
        var stored = Of("a");
        var other = new Answer
        {
            Key = stored.Key, WholeWorkflow = false, RecordedAt = stored.RecordedAt, Action = "acdc", ParametersGiven = true, Accepted = false,
            EventId = stored.EventId, Workflow = "w", Task = "/w/a", Family = "w", ReportedAt = Begin, Cells = MatrixEncoding.Encode(Answers.Matrix), TierView = [1, 2, 3], TierViewVersion = 0,
        };

        Assert.Equal(
            MatrixViews.Tier.Of(Matrix).Indices.ToArray(),
            Assert.Single(ExampleChoice.Choose([other])).Features.Indices.ToArray());
    }
}
