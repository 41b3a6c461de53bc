using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Tests.Intake;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

public sealed class RejectionTests(RunningIngestor ingestor) : IClassFixture<RunningIngestor>
{
    public static TheoryData<string> Names => [.. BadInput.All.Select(bad => bad.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_message_is_kept_with_its_bytes_properties_and_headers_while_good_traffic_goes_on(string name)
    {
        var bad = BadInput.Of(name);
        var sent = Rich();

        await ingestor.PublishAsync(bad.RoutingKey, bad.Body, sent);
        var kept = await ingestor.Rejected.WaitAsync(letter => letter.Properties.MessageId == sent.MessageId, RunningIngestor.Limit);

        Assert.Equal(bad.Body, kept.Body);
        Assert.Equal(Described(sent), Described(kept.Properties));
        Assert.All(sent.Headers!, header => Assert.Equal(HeaderText.Of(header.Value), HeaderText.Of(kept.Properties.Headers![header.Key])));
        Assert.Equal(bad.RoutingKey, kept.Header("reject-routing-key"));
        Assert.Equal("workflow-recovery.intake", kept.Header("reject-exchange"));
        Assert.Equal("wr.ingestor.intake", kept.Header("reject-endpoint"));
        Assert.All(bad.Mentions, mention => Assert.Contains(mention, kept.Header("reject-reason"), StringComparison.Ordinal));
        await ingestor.GoodTrafficGoesOnAsync();
        await ingestor.NothingFailedAsync();
    }

    [Fact]
    public async Task Many_bad_messages_at_once_take_no_good_one_along()
    {
        var sent = BadInput.All.Select(bad => (bad, Properties: RunningIngestor.Usual())).ToList();

        await Task.WhenAll(sent.Select(message => ingestor.PublishAsync(message.bad.RoutingKey, message.bad.Body, message.Properties)));
        await ingestor.GoodTrafficGoesOnAsync();

        foreach (var message in sent)
            await ingestor.Rejected.WaitAsync(letter => letter.Properties.MessageId == message.Properties.MessageId, RunningIngestor.Limit);
        await ingestor.NothingFailedAsync();
    }

    private static BasicProperties Rich()
    {
        var properties = RunningIngestor.Usual();
        properties.Type = "SomeKindOfMessage";
        properties.CorrelationId = "c-1";
        properties.ReplyTo = "somewhere";
        properties.AppId = "workflow system";
        properties.ContentEncoding = "utf-8";
        properties.Priority = 3;
        properties.Headers = new Dictionary<string, object?>
        {
            ["traceparent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            ["retries"] = 7,
            ["nothing"] = null,
            ["nested"] = new Dictionary<string, object?> { ["list"] = new List<object?> { 1L, "two", true, new Dictionary<string, object?> { ["three"] = 3.5 } } },
        };
        return properties;
    }

    private static string Described(BasicProperties p) =>
        $"{p.ContentType} {p.ContentEncoding} {p.MessageId} {p.Type} {p.CorrelationId} {p.ReplyTo} {p.AppId} {p.Priority} {p.DeliveryMode} {p.Timestamp}";
}
