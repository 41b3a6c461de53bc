using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>Where messages go in and out: AsyncAPI channels with their AMQP bindings (binding version 0.3.0).</summary>
internal static class Channels
{
    private const string BindingVersion = "0.3.0";

    /// <summary>A routing key of the intake exchange.</summary>
    public static JsonObject Intake(string routingKey, string message) => Exchange(routingKey, Names.IntakeExchange, message);

    /// <summary>The exchange that executors bind their queues to.</summary>
    public static JsonObject Recommendations()
    {
        var channel = Exchange("recommendation.{action}.{disposition}", Names.RecommendationsExchange, nameof(RecoveryRecommended));
        channel["parameters"] = new JsonObject
        {
            ["action"] = Parameter("The action; none when no action is recommended.", [.. Words.Action, "none"]),
            ["disposition"] = Parameter("What may be done with it.", Words.Disposition),
        };
        return channel;
    }

    /// <summary>The queue of refused messages.</summary>
    public static JsonObject Rejected() => new()
    {
        ["address"] = Names.RejectedQueue,
        ["messages"] = new JsonObject { ["MessageRejected"] = Reference("MessageRejected") },
        ["bindings"] = Amqp(new()
        {
            ["is"] = "queue",
            ["queue"] = new JsonObject { ["name"] = Names.RejectedQueue, ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false },
        }),
    };

    /// <summary>What we do at a channel.</summary>
    /// <param name="action"><c>receive</c> or <c>send</c>.</param>
    /// <param name="channel">Name of the channel.</param>
    public static JsonObject Operation(string action, string channel) => new()
    {
        ["action"] = action,
        ["channel"] = new JsonObject { ["$ref"] = $"#/channels/{channel}" },
        ["bindings"] = Amqp(action is "send" ? new() { ["deliveryMode"] = 2 } : new() { ["ack"] = true }),
    };

    private static JsonObject Exchange(string routingKey, string exchange, string message) => new()
    {
        ["address"] = routingKey,
        ["messages"] = new JsonObject { [message] = Reference(message) },
        ["bindings"] = Amqp(new()
        {
            ["is"] = "routingKey",
            ["exchange"] = new JsonObject { ["name"] = exchange, ["type"] = "topic", ["durable"] = true, ["autoDelete"] = false },
        }),
    };

    private static JsonObject Parameter(string description, IReadOnlyList<string> values) => new()
    {
        ["description"] = description,
        ["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]),
    };

    private static JsonObject Reference(string message) => new() { ["$ref"] = $"#/components/messages/{message}" };

    private static JsonObject Amqp(JsonObject binding)
    {
        binding["bindingVersion"] = BindingVersion;
        return new() { ["amqp"] = binding };
    }
}
