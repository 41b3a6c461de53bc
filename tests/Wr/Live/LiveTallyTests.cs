using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Live;

public sealed class LiveTallyTests
{
    private readonly Guid _event = Guid.NewGuid();
    private readonly LiveTally _tally = new();

    public LiveTallyTests() => _tally.Publish(_event, 0);

    [Fact]
    public void The_first_recommendation_gives_the_latency_and_later_revisions_do_not()
    {
        Assert.True(_tally.Hear(Heard(1, "m1", "a", Stopwatch.Frequency / 10)));
        Assert.False(_tally.Hear(Heard(2, "m2", "b", Stopwatch.Frequency)));

        Assert.Equal(100, Assert.Single(_tally.Latencies), 3);
        Assert.Equal((1, 0, 0, 0), (_tally.Recommended, _tally.Lost, _tally.Duplicates, _tally.Redelivered));
        Assert.Equal(2, _tally.Newest[_event].Said.Revision);
    }

    [Fact]
    public void A_repeat_byte_for_byte_is_a_redelivery()
    {
        _tally.Hear(Heard(1, "m1", "a"));
        _tally.Hear(Heard(1, "m1", "a"));

        Assert.Equal((1, 0), (_tally.Redelivered, _tally.Duplicates));
    }

    [Theory]
    [InlineData("m2", "a")]
    [InlineData("m1", "b")]
    public void A_revision_with_another_id_or_content_is_a_duplicate_once(string messageId, string content)
    {
        _tally.Hear(Heard(1, "m1", "a"));
        _tally.Hear(Heard(1, messageId, content));
        _tally.Hear(Heard(1, messageId, content));

        Assert.Equal((0, 1), (_tally.Redelivered, _tally.Duplicates));
    }

    [Fact]
    public void An_event_without_a_recommendation_is_lost_and_other_peoples_events_are_not_counted()
    {
        _tally.Hear(Heard(1, "m1", "a") with { Said = Said(Guid.NewGuid(), 1) });

        Assert.Equal((1, 0, 1, 0), (_tally.Events, _tally.Recommended, _tally.Lost, _tally.Seen));
    }

    [Fact]
    public void The_newest_revision_tells_whether_it_abstains()
    {
        _tally.Hear(Heard(2, "m2", "b"));
        _tally.Hear(Heard(1, "m1", "a") with { Said = Said(_event, 1) with { Action = "acdc" } });

        Assert.Equal(1, _tally.Abstained);
    }

    [Fact]
    public void A_blinded_event_is_no_abstention()
    {
        _tally.Hear(Heard(1, "m1", "a") with { Said = Said(_event, 1) with { Reason = "blinded" } });

        Assert.Equal(0, _tally.Abstained);
        Assert.Equal([_event], _tally.Blinded);
    }

    private HeardRecommendation Heard(int revision, string messageId, string content, long at = 1) =>
        new(messageId, System.Text.Encoding.UTF8.GetBytes(content), at, Said(_event, revision));

    private static RecoveryRecommended Said(Guid id, int revision) => new()
    {
        RecommendationId = id,
        Revision = revision,
        EffectKey = id,
        Scope = "task",
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Tasks.Noon,
        RecommendedAt = Tasks.Noon,
        ExpiresAt = Tasks.Noon,
        Sites = new SiteChoice { Mode = "auto", List = [], Resolved = [] },
        Disposition = "abstained",
        Alternatives = [],
        Reasons = [],
        Rules = [],
        PolicyVersion = "1",
        Models = [],
    };
}
