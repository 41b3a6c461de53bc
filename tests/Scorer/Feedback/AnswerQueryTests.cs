using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Feedback;
using WorkflowRecovery.Scorer.Tests.Storage;
using static WorkflowRecovery.Scorer.Tests.Storage.Deciding;

namespace WorkflowRecovery.Scorer.Tests.Feedback;

public sealed class AnswerQueryTests(RunningStores stores) : IClassFixture<RunningStores>
{
    [Fact]
    public async Task Of_those_who_were_shown_a_recommendation_and_of_those_who_were_not_the_newest_are_measured()
    {
        await AnswerAsync(confidence: 0.1, prompted: false, minutes: 1);
        await AnswerAsync(confidence: 0.2, prompted: false, minutes: 2);
        for (var number = 3; number <= 6; number++)
            await AnswerAsync(confidence: 0.9, prompted: true, minutes: number);

        var newest = await new AnswerQuery(stores.Databases).NewestAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal([(true, 0.9), (false, 0.2)], newest.Select(answer => (answer.Prompted, answer.Confidence)));
    }

    private async Task AnswerAsync(double confidence, bool prompted, int minutes)
    {
        var task = NewTask();
        await stores.DecideAsync(task);
        await stores.RunAsOwnerAsync(
            """
            insert into scorer.answer (event_id, action_key, revision, recorded_at, action, memory, splitting, xrootd, secondary, cores, recommended_action, confidence,
                agreed_action, agreed_plan, blinded, accepted, prompted, disposition, cell)
            select event_id, gen_random_uuid(), 1, $2, 'acdc', 'none', 'none', false, false, false, 'acdc', $3, true, true, false, false, $4, disposition, cell
            from scorer.recommendation where event_id = $1
            """, EventIdentity.Of(task.Workflow, task.Task, task.ReportedAt), task.ReportedAt.AddMinutes(minutes), confidence, prompted);
    }
}
