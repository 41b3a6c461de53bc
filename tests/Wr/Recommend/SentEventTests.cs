using System.Text;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Wr.Recommend;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Recommend;

public sealed class SentEventTests
{
    private const string Good = """{"workflow": "w", "task": "/w/t", "reportedAt": "2019-03-01T12:00:00Z", "errors": [],  "unknown": 1}""";

    [Fact]
    public void One_event_and_a_list_are_read_in_the_bytes_that_stand_there()
    {
        Assert.Equal(Good, Encoding.UTF8.GetString(Assert.Single(Read(Good)).Body));
        Assert.Equal([Good, "7"], Read($"[{Good}, 7]").Select(one => Encoding.UTF8.GetString(one.Body)));
    }

    [Fact]
    public void The_recommendation_to_wait_for_follows_from_the_event_and_is_unknown_for_a_broken_one()
    {
        Assert.Equal(EventIdentity.Of("w", "/w/t", Tasks.Noon), Assert.Single(Read(Good)).RecommendationId);
        Assert.Null(Assert.Single(Read("""{"workflow": "w"}""")).RecommendationId);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_refused() => Assert.Contains("not JSON", Assert.Throws<ServerException>(() => Read("{")).Message);

    private static IReadOnlyList<SentEvent> Read(string text) => SentEvent.In(Encoding.UTF8.GetBytes(text));
}
