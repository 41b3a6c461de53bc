using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Tests.Intake;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

public sealed class OddPropertiesTests(RunningIngestor ingestor) : IClassFixture<RunningIngestor>
{
    private static readonly Dictionary<string, Action<BasicProperties>> Kinds = new()
    {
        ["none at all"] = properties => properties.ClearContentType(),
        ["broken content type"] = properties => properties.ContentType = "a/b/c;;",
        ["empty content type"] = properties => properties.ContentType = "",
        ["another content type"] = properties => properties.ContentType = "application/vnd.masstransit+json",
        ["content encoding"] = properties => properties.ContentEncoding = "gzip",
        ["expiration"] = properties => properties.Expiration = "60000",
        ["user id"] = properties => properties.UserId = BrokerUsers.WorkflowSystem,
        ["message id that is no UUID"] = properties => properties.MessageId = "message 1",
        ["empty message id"] = properties => properties.MessageId = "",
        ["correlation id that is no UUID"] = properties => properties.CorrelationId = "ü1",
        ["reply to nowhere"] = properties => properties.ReplyTo = "nobody://?!",
        ["time beyond all calendars"] = properties => properties.Timestamp = new AmqpTimestamp(long.MaxValue),
        ["time before 1970"] = properties => properties.Timestamp = new AmqpTimestamp(-1),
        ["priority"] = properties => properties.Priority = 255,
        ["not persistent"] = properties => properties.DeliveryMode = DeliveryModes.Transient,
        ["cluster id"] = properties => properties.ClusterId = "c",
        ["type of another message"] = properties => properties.Type = nameof(RecoveryRecommended),
        ["large headers"] = properties => Header(properties, "large", new string('h', 100_000)),
        ["many headers"] = properties => properties.Headers = Enumerable.Range(0, 2000).ToDictionary(i => $"h{i}", i => (object?)i),
        ["headers that leave no room"] = properties => Header(properties, "large", new string('h', 130_900)),
        ["tables and arrays"] = properties => Header(properties, "table", new Dictionary<string, object?> { ["a"] = new List<object?> { 1, "b", null } }),
        ["empty table and array"] = properties => properties.Headers = new Dictionary<string, object?> { ["t"] = new Dictionary<string, object?>(), ["a"] = new List<object?>() },
        ["header of every type"] = properties => properties.Headers = new Dictionary<string, object?>
        {
            ["byte"] = (byte)1, ["sbyte"] = (sbyte)-1, ["short"] = (short)1, ["int"] = 1, ["uint"] = 1u, ["long"] = 1L, ["float"] = 1f, ["double"] = 1.5,
            ["decimal"] = 1.5m, ["bool"] = true, ["time"] = new AmqpTimestamp(1), ["bytes"] = new byte[] { 0xFF, 0 }, ["binary"] = new BinaryTableValue([0xFF]), ["null"] = null,
        },
        ["trace that is a number"] = properties => Header(properties, "traceparent", 1),
        ["trace that is no trace"] = properties => Header(properties, "traceparent", "00-00-00-\u0000"),
        ["trace that is a table"] = properties => Header(properties, "traceparent", new Dictionary<string, object?> { ["a"] = 1 }),
        ["headers of a bus library"] = properties => properties.Headers = new Dictionary<string, object?>
        {
            ["MT-Host-Info"] = "{", ["MT-Fault-Message"] = 1, ["MT-Redelivery-Count"] = "many", ["Content-Type"] = "a/b/c;;", ["MessageId"] = "x", ["publishId"] = 1, ["x-delay"] = 5,
        },
        ["headers of a rejection"] = properties => properties.Headers = new Dictionary<string, object?> { ["reject-reason"] = "because", ["reject-endpoint"] = 1 },
        ["second recipients"] = properties => properties.Headers = new Dictionary<string, object?> { ["CC"] = new List<object?> { "site.status" }, ["BCC"] = new List<object?> { "x" } },
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task A_good_message_is_taken_whatever_its_properties(string kind)
    {
        var source = Guid.NewGuid().ToString();

        await ingestor.PublishAsync(RoutingKeys.SiteStatus, GoodBody.Bytes(RoutingKeys.SiteStatus, ("source", $"\"{source}\"")), Odd(kind));

        await ingestor.PassedOn.WaitAsync(letter => letter.BodyText.Contains(source, StringComparison.Ordinal), RunningIngestor.Limit);
        await ingestor.NothingFailedAsync();
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task A_bad_message_is_kept_whatever_its_properties(string kind)
    {
        var mark = Guid.NewGuid().ToString();

        await ingestor.PublishAsync(RoutingKeys.SiteStatus, GoodBody.Bytes(RoutingKeys.SiteStatus, ("readiness", $"\"{mark}\"")), Odd(kind));

        var kept = await ingestor.Rejected.WaitAsync(letter => letter.BodyText.Contains(mark, StringComparison.Ordinal), RunningIngestor.Limit);
        Assert.Contains(mark, kept.Header("reject-reason"), StringComparison.Ordinal);
        Assert.Null(kept.Properties.Expiration);
        await ingestor.GoodTrafficGoesOnAsync();
        await ingestor.NothingFailedAsync();
    }

    [Fact]
    public async Task Expiration_and_user_go_along_as_headers_since_the_broker_would_act_on_them()
    {
        var sent = RunningIngestor.Usual();
        (sent.Expiration, sent.UserId) = ("60000", BrokerUsers.WorkflowSystem);

        await ingestor.PublishAsync(RoutingKeys.SiteStatus, "{}"u8.ToArray(), sent);

        var kept = await ingestor.Rejected.WaitAsync(letter => letter.Properties.MessageId == sent.MessageId, RunningIngestor.Limit);
        Assert.Equal("60000", kept.Header("reject-expiration"));
        Assert.Equal(BrokerUsers.WorkflowSystem, kept.Header("reject-user-id"));
    }

    [Fact]
    public async Task Headers_that_leave_no_room_for_the_reason_stay_behind_the_largest_first()
    {
        var sent = RunningIngestor.Usual();
        sent.Headers = new Dictionary<string, object?> { ["small"] = "s", ["large"] = new string('h', 130_000), ["medium"] = new string('h', 800) };

        await ingestor.PublishAsync(RoutingKeys.SiteStatus, "{}"u8.ToArray(), sent);

        var kept = await ingestor.Rejected.WaitAsync(letter => letter.Properties.MessageId == sent.MessageId, RunningIngestor.Limit);
        Assert.Equal("large", kept.Header("reject-left-out"));
        Assert.Equal("s", kept.Header("small"));
        Assert.Equal(800, kept.Header("medium")!.Length);
    }

    private static BasicProperties Odd(string kind)
    {
        var properties = kind is "none at all" ? new BasicProperties() : RunningIngestor.Usual();
        Kinds[kind](properties);
        return properties;
    }

    private static void Header(BasicProperties properties, string name, object value) => properties.Headers = new Dictionary<string, object?> { [name] = value };
}
