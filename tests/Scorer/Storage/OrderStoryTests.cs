using CsCheck;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>Whatever happens to a case, in whatever order: what is published, what is a label and what may be ordered agree with each other.</summary>
public sealed class OrderStoryTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly OrderStep[] Steps = Enum.GetValues<OrderStep>();

    [Fact]
    public async Task Whatever_happens_in_whatever_order_orders_labels_and_revisions_agree() =>
        await Gen.Int[0, Steps.Length - 1].Select(index => Steps[index]).Array[1, 12].SampleAsync(
            async steps => await HoldsAsync(steps), iter: 60, threads: 2, print: steps => string.Join(", ", steps));

    /// <summary>Stories that once ended badly.</summary>
    [Theory]
    [InlineData(OrderStep.OrderWithoutSites, OrderStep.Recorded)]
    [InlineData(OrderStep.FirstOrder, OrderStep.Recorded, OrderStep.Expiry, OrderStep.SecondOrder)]
    [InlineData(OrderStep.FirstOrder, OrderStep.Expiry, OrderStep.NewerCounts, OrderStep.ThirdOrder)]
    [InlineData(OrderStep.NewerCounts, OrderStep.FirstOrder)]
    [InlineData(OrderStep.FirstOrder, OrderStep.FirstUndone, OrderStep.Done, OrderStep.SecondOrder)]
    [InlineData(OrderStep.FirstOrder, OrderStep.FirstUndone, OrderStep.SecondOrder, OrderStep.Done)]
    [InlineData(OrderStep.FirstOrder, OrderStep.Claimed, OrderStep.Failed, OrderStep.FirstUndone, OrderStep.SecondOrder)]
    [InlineData(OrderStep.FirstOrder, OrderStep.NewerCounts, OrderStep.FirstUndone)]
    [InlineData(OrderStep.FirstUndone, OrderStep.FirstOrder, OrderStep.Recorded)]
    [InlineData(OrderStep.FirstOrder, OrderStep.NewRound, OrderStep.FirstUndone, OrderStep.SecondOrder)]
    public Task This_story_ends_well(params OrderStep[] steps) => HoldsAsync(steps);

    [Fact]
    public async Task All_at_once_is_as_one_after_the_other() =>
        await Gen.Int[0, Steps.Length - 1].Select(index => Steps[index]).Array[2, 8].SampleAsync(async steps =>
        {
            var story = await OrderStory.BeginAsync(stores);
            await Task.WhenAll(steps.Distinct().Where(step => step is not (OrderStep.Recorded or OrderStep.Forgotten)).Select(story.TakeAsync));
            await AgreeAsync(story);
        }, iter: 20, threads: 2, print: steps => string.Join(", ", steps));

    private async Task HoldsAsync(OrderStep[] steps)
    {
        var story = await OrderStory.BeginAsync(stores);
        foreach (var step in steps)
            await story.TakeAsync(step);
        await AgreeAsync(story);
    }

    private async Task AgreeAsync(OrderStory story)
    {
        await story.EndAsync();
        var (row, orders, said) = (await stores.CaseOfAsync(story.Matrix.EventId), await story.ApprovalsAsync(), await SaidAsync(story));
        var taken = await story.TakenAsync();

        PublishedOnce(said, (await stores.ReceivedOfAsync(story.Matrix.EventId)).Select(received => received.Said.Revision));
        OneStands(row, orders);
        NobodyOrderedWhatTheyHadNotSeen(orders, said);
        NothingReplacesWhatStands(orders, said);
        await LabelsAreWhatWasCarriedOutOrStandsAsync(story, orders, taken);
        if (row.Disposition is not ("approved" or "automatic") && !story.IsOver && taken.Count == 0)
            Assert.Equal(story.NewestMatrix, row.MatrixRevision);
        if (taken.Count > 0)
            Assert.DoesNotContain(orders, order => order.State == ApprovalStates.Approved && !taken.Contains(order.Revision!.Value));

        var stands = row.Disposition == "approved" && row.ExpiresAt > story.Now;
        var again = await story.OrderNowAsync(row.Revision);
        Assert.True(again.State == ApprovalStates.Approved == (!stands && !story.IsOver && taken.Count == 0), $"{again.State} {again.Why}");
    }

    private static void PublishedOnce(List<RecoveryRecommended> said, IEnumerable<int> received)
    {
        Assert.Equal(Enumerable.Range(1, said.Count), said.Select(one => one.Revision));
        Assert.Equal(said.Select(one => one.Revision), received.Order());
    }

    private static void OneStands(CaseRow row, List<ApprovalRow> orders)
    {
        var standing = orders.Where(order => order.State == ApprovalStates.Approved).Select(order => order.Revision);
        Assert.Equal(row.Disposition == "approved" ? [row.Revision] : [], standing);
        Assert.All(orders, order => Assert.Equal(order.State == ApprovalStates.Refused, order.Revision is null));
        Assert.All(orders.Where(order => order.State == ApprovalStates.Refused), order => Assert.NotNull(order.Why));
    }

    private static void NobodyOrderedWhatTheyHadNotSeen(List<ApprovalRow> orders, List<RecoveryRecommended> said) => Assert.All(
        orders.Where(order => order.Revision is not null),
        order => Assert.DoesNotContain(said, one => one.Revision > order.SeenRevision && one.Revision < order.Revision && IsJudged(one)));

    /// <summary>Between two orders the first one was withdrawn, expired, or something else was said.</summary>
    private static void NothingReplacesWhatStands(List<ApprovalRow> orders, List<RecoveryRecommended> said)
    {
        var approved = orders.Where(order => order.Revision is not null).OrderBy(order => order.Revision).ToList();
        foreach (var (first, second) in approved.Zip(approved.Skip(1)))
            Assert.True(second.Revision > first.Revision + 1 || first.ExpiresAt <= said[second.Revision!.Value - 1].RecommendedAt);
    }

    private async Task LabelsAreWhatWasCarriedOutOrStandsAsync(OrderStory story, List<ApprovalRow> orders, HashSet<int> taken)
    {
        var labels = orders.Where(order => order.Revision is { } revision && (order.State != ApprovalStates.Withdrawn || taken.Contains(revision)))
            .Select(order => order.RecordedAt).Order().ToList();
        Assert.Equal(labels, await story.LabelsAsync());
        Assert.Equal(labels.Count == 0 ? null : labels[0], (await stores.AnswerOfAsync(story.Matrix.EventId))?.RecordedAt);
        Assert.Null((await stores.CaseOfAsync(story.Matrix.EventId)).AnsweredAt);
    }

    private static bool IsJudged(RecoveryRecommended said) => said.Disposition is not ("approved" or "withdrawn");

    private async Task<List<RecoveryRecommended>> SaidAsync(OrderStory story) =>
        [.. (await stores.RowsOfAsync(story.Matrix.EventId)).Select(row => WireJson.Read<RecoveryRecommended>(row.Body))];
}
