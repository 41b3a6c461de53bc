using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>The messages with their headers; properties of AMQP that AsyncAPI has no place for stand under <c>x-amqp-properties</c>.</summary>
internal static class Messages
{
    public static JsonObject Of(Type type, JsonNode payload) => new()
    {
        ["name"] = type.Name,
        ["title"] = Summaries.OfType(type).Split('.', ';', ':')[0],
        ["contentType"] = Names.ContentType,
        ["headers"] = Headers(new() { [Names.TraceParent] = Text("W3C trace context; the trace goes on through every service.") }),
        ["payload"] = payload,
        ["bindings"] = new JsonObject { ["amqp"] = new JsonObject { ["messageType"] = type.Name, ["bindingVersion"] = "0.3.0" } },
        ["x-amqp-properties"] = Properties(type),
    };

    /// <summary>A refused message: whatever was sent, so that nothing can be said about its body.</summary>
    public static JsonObject Rejected() => new()
    {
        ["name"] = "MessageRejected",
        ["title"] = "A message that broke the contract: its bytes, properties and headers as they came, and why it was refused",
        ["headers"] = Headers(new()
        {
            [Names.RejectReason] = Text("A sentence naming field and value."),
            [Names.RejectEndpoint] = Text("The queue whose consumer refused it."),
            [Names.RejectExchange] = Text("The exchange it was published to."),
            [Names.RejectRoutingKey] = Text("The routing key it was published with."),
        }),
        ["payload"] = true,
    };

    private static JsonObject Properties(Type type) => new()
    {
        ["content_type"] = new JsonObject { ["const"] = Names.ContentType },
        ["delivery_mode"] = new JsonObject { ["const"] = 2 },
        ["message_id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        ["type"] = new JsonObject { ["const"] = type.Name },
        ["timestamp"] = new JsonObject { ["type"] = "integer", ["description"] = "Seconds since 1970." },
    };

    private static JsonObject Headers(JsonObject headers) => new() { ["type"] = "object", ["properties"] = headers };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
