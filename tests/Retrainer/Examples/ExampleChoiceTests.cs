using System.Text;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.ServiceDefaults.Wire;
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

        Assert.Equal(("/w/a", 0.5), (example.Report.Task, example.Weight));
    }

    [Fact]
    public void What_was_stored_around_a_task_is_taken_as_it_was_stored()
    {
        var siblings = new SiblingsBefore(7, 8, 9, 10, 11, [0.5, 0.25, 0.125, 0.125, 0]);
        var stored = new ReportedAround
        {
            SixHours = new(1, 2, 3, 4, 5, 6), Day = new(12, 13, 14, 15, 16, 17), Week = new(18, 19, 20, 21, 22, 23), Siblings = siblings, EarlierReports = 2,
            SinceLast = new TimeSpan(3, 4, 5, 6, 7),
        };

        var around = Assert.Single(ExampleChoice.Choose([Of("a", around: Encoding.UTF8.GetString(WireJson.Write(stored)))])).Report.Around;

        Assert.Equal(WireJson.Write(stored), WireJson.Write(around));
    }

    [Fact]
    public void Imported_tasks_are_each_others_surroundings_also_those_that_teach_nothing()
    {
        Answer[] answers = [Of("a", matrix: SiteErrorMatrix.Empty), Of("b"), Of("c", around: Nothing)];

        var tasks = ExampleChoice.Choose(answers);

        Assert.Equal([1, 0], tasks.Select(task => task.Report.Around!.Siblings.Count));
    }

    private const string Nothing =
        """
        {
          "sixHours": {"tasks": 0, "workflows": 0, "sameCode": 0, "sameCodeAndSite": 0, "sameCampaign": 0, "sameCampaignAndCode": 0},
          "day": {"tasks": 0, "workflows": 0, "sameCode": 0, "sameCodeAndSite": 0, "sameCampaign": 0, "sameCampaignAndCode": 0},
          "week": {"tasks": 0, "workflows": 0, "sameCode": 0, "sameCodeAndSite": 0, "sameCampaign": 0, "sameCampaignAndCode": 0},
          "siblings": {"count": 0, "withErrors": 0, "errors": 0, "withMemory": 0, "sameCode": 0, "workflowShares": [0, 0, 0, 0, 0]},
          "earlierReports": 0,
          "sinceLast": null
        }
        """;
}
