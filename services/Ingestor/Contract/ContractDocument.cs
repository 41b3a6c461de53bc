using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>The contract with the outside as an AsyncAPI 3 document, made from the message types.</summary>
internal static class ContractDocument
{
    private static readonly (string RoutingKey, Type Message)[] Intake =
    [
        (RoutingKeys.WorkflowAssistance, typeof(WorkflowAssistanceRequested)),
        (RoutingKeys.SiteStatus, typeof(SiteStatusChanged)),
        (RoutingKeys.ActionRecorded, typeof(OperatorActionRecorded)),
        (RoutingKeys.ActionTaken, typeof(RecoveryActionTaken)),
        (RoutingKeys.ActionOutcome, typeof(RecoveryOutcomeReported)),
        (RoutingKeys.WorkflowLeft, typeof(WorkflowLeftAssistance)),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as indented JSON with a line break at its end.</summary>
    public static string Text { get; } = Create().ToJsonString(Readable) + "\n";

    private static JsonObject Create()
    {
        var channels = new JsonObject();
        var operations = new JsonObject();
        var messages = new JsonObject();
        foreach (var (routingKey, message) in Intake)
        {
            channels[message.Name] = Channels.Intake(routingKey, message.Name);
            operations[$"receive{message.Name}"] = Channels.Operation("receive", message.Name);
            messages[message.Name] = Messages.Of(message, MessageSchema.OfIncoming(message));
        }

        channels["recommendations"] = Channels.Recommendations();
        operations["sendRecoveryRecommended"] = Channels.Operation("send", "recommendations");
        messages[nameof(RecoveryRecommended)] = Messages.Of(typeof(RecoveryRecommended), MessageSchema.OfOutgoing(typeof(RecoveryRecommended)));
        channels["rejected"] = Channels.Rejected();
        operations["keepRejected"] = Channels.Operation("send", "rejected");
        messages["MessageRejected"] = Messages.Rejected();
        return Around(channels, operations, messages);
    }

    private static JsonObject Around(JsonObject channels, JsonObject operations, JsonObject messages) => new()
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "WorkflowRecovery",
            ["version"] = "1.0.0",
            ["description"] =
                "Workflows that wait for an operator come in, recommendations go out, over AMQP 0-9-1 as UTF-8 JSON in camelCase. "
                + $"Times are ISO 8601 in UTC and count to the microsecond. Unknown fields are ignored. A body holds at most {Limits.BodyBytes} bytes.",
        },
        ["defaultContentType"] = Names.ContentType,
        ["channels"] = channels,
        ["operations"] = operations,
        ["components"] = new JsonObject { ["messages"] = messages },
    };
}
