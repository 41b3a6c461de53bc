using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.EndToEnd.Tests.Outside;

/// <summary>What is promised to everyone who publishes an event.</summary>
public static class Promise
{
    /// <summary>Every event has its first recommendation, and nothing was ever said in two ways.</summary>
    public static void NothingLostNothingTwice(IReadOnlyCollection<WorkflowAssistanceRequested> published, IReadOnlyList<Received> received)
    {
        var answered = received.Where(message => message.Said.Revision == 1).Select(message => message.Said.RecommendationId).ToHashSet();
        Assert.Equal(published.Select(Events.IdOf).ToHashSet(), answered);
        Assert.All(
            received.GroupBy(message => (message.Said.RecommendationId, message.Said.Revision)),
            repeats =>
            {
                Assert.Single(repeats.Select(message => message.MessageId).Distinct());
                Assert.Single(repeats.Select(message => Convert.ToHexString(message.Body)).Distinct());
                Assert.Single(repeats.Select(message => message.TraceParent).Distinct());
            });
    }

    public static bool AllAnswered(IReadOnlyCollection<WorkflowAssistanceRequested> published, IReadOnlyList<Received> received) =>
        received.Select(message => message.Said.RecommendationId).ToHashSet().IsSupersetOf(published.Select(Events.IdOf));
}
