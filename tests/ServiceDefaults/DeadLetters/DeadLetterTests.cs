using System.Text;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.ServiceDefaults.Tests.DeadLetters;

public sealed class DeadLetterTests
{
    [Fact]
    public void An_id_is_stable_and_differs_by_queue_message_id_and_body()
    {
        string[] ids = [DeadLetterId.Of("q", "m", [1]), DeadLetterId.Of("r", "m", [1]), DeadLetterId.Of("q", "n", [1]), DeadLetterId.Of("q", "m", [2]), DeadLetterId.Of("q", null, [1])];

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids[0], DeadLetterId.Of("q", "m", [1]));
        Assert.Matches("^[0-9a-f]{12}$", ids[0]);
    }

    [Fact]
    public void A_refused_message_returns_to_the_intake_with_its_key_and_without_our_headers()
    {
        var letter = Letter(Names.RejectedQueue, (Names.RejectRoutingKey, "site.status"), (Names.RejectReason, "why"), ("traceparent", "00-1"));

        var goal = Return.Of(letter);

        Assert.Equal((Names.IntakeExchange, "site.status"), (goal.Exchange, goal.RoutingKey));
        Assert.Equal(["traceparent"], goal.Properties.Headers!.Keys);
        Assert.Equal("id-1", goal.Properties.MessageId);
    }

    [Fact]
    public void A_failed_message_returns_to_the_exchange_of_its_own_queue()
    {
        var goal = Return.Of(Letter("wr.scorer.matrices_error", ("MT-Fault-Message", "why")));

        Assert.Equal(("wr.scorer.matrices", "key"), (goal.Exchange, goal.RoutingKey));
        Assert.Null(goal.Properties.Headers);
    }

    [Fact]
    public void A_summary_shows_the_reason_and_nothing_that_steers_a_terminal()
    {
        var summary = DeadLetterSummary.Of(Letter(Names.RejectedQueue, (Names.RejectReason, "task is \u001b[2J"), (Names.RejectRoutingKey, "a\u0007b")));

        Assert.Equal((@"task is \u001B[2J", @"a\u0007b", 3), (summary.Reason, summary.RoutingKey, summary.Bytes));
    }

    [Fact]
    public void A_message_without_routing_key_tells_what_it_was_and_for_whom()
    {
        var failed = new DeadLetter("wr.scorer.matrices_error", "", new BasicProperties { Type = "MatrixStored" }, new byte[] { 1 });

        Assert.Equal("MatrixStored to wr.scorer.matrices", DeadLetterSummary.Of(failed).CameAs);
        Assert.Equal("a message without type to wr.scorer.matrices", DeadLetterSummary.Of(failed with { Properties = new BasicProperties() }).CameAs);
        Assert.Equal("key", DeadLetterSummary.Of(Letter("wr.scorer.matrices_error")).CameAs);
    }

    [Fact]
    public void A_body_that_is_no_text_is_shown_as_digits() =>
        Assert.Equal("(not UTF-8) ff00", DeadLetterSummary.BodyOf(new DeadLetter("q", "", new BasicProperties(), new byte[] { 0xff, 0x00 })));

    [Theory]
    [InlineData(5, "5 s")]
    [InlineData(300, "5 min")]
    [InlineData(7200, "2 h")]
    [InlineData(172_800, "2 d")]
    public void An_age_is_in_the_largest_unit_that_fits(int seconds, string text)
    {
        var made = DateTimeOffset.UnixEpoch;

        Assert.Equal(text, new DeadLetterSummary("", "", "", "", 0, made).AgeAt(made.AddSeconds(seconds)));
    }

    private static DeadLetter Letter(string queue, params (string Name, string Value)[] headers) => new(
        queue,
        "key",
        new BasicProperties { MessageId = "id-1", Headers = headers.ToDictionary(header => header.Name, header => (object?)Encoding.UTF8.GetBytes(header.Value)) },
        new byte[] { 1, 2, 3 });
}
