using System.Diagnostics.Metrics;
using System.Text;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Keeps what was refused: the same bytes, properties and headers, with the reason beside them.</summary>
internal sealed partial class Rejections(BrokerPublisher broker, ILogger<Rejections> logger)
{
    private static readonly Counter<long> Rejected = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.intake.rejected", "{message}", "Messages that broke the contract");

    public async Task KeepAsync(Delivery delivery, string reason)
    {
        await broker.PublishAsync(InsideNames.RejectedExchange, "", mustArrive: true, Properties(delivery, reason), delivery.Body);
        Rejected.Add(1, new KeyValuePair<string, object?>("routing_key", Excerpt.Of(delivery.RoutingKey)));
        LogRejected(Excerpt.Of(delivery.RoutingKey), reason);
    }

    /// <summary>
    /// Two properties cannot go along as they are, and move into headers: an expiration would delete what must be kept,
    /// and the broker takes a user id only from that user. What is kept is also kept on disk.
    /// </summary>
    private static BasicProperties Properties(Delivery delivery, string reason)
    {
        var properties = new BasicProperties(delivery.Properties) { DeliveryMode = DeliveryModes.Persistent };
        var ours = new Dictionary<string, object?>
        {
            [Names.RejectReason] = Encoding.UTF8.GetBytes(reason),
            [Names.RejectEndpoint] = Encoding.UTF8.GetBytes(IntakeConsumer.Queue),
            [Names.RejectExchange] = Encoding.UTF8.GetBytes(delivery.Exchange),
            [Names.RejectRoutingKey] = Encoding.UTF8.GetBytes(delivery.RoutingKey),
        };
        Move(delivery.Properties.IsExpirationPresent(), "reject-expiration", delivery.Properties.Expiration, properties.ClearExpiration);
        Move(delivery.Properties.IsUserIdPresent(), "reject-user-id", delivery.Properties.UserId, properties.ClearUserId);
        var theirs = (delivery.Properties.Headers ?? new Dictionary<string, object?>()).Where(header => !ours.ContainsKey(header.Key));
        properties.Headers = theirs.Concat(ours).ToDictionary();
        HeaderRoom.Make(properties, ours.Keys.ToHashSet());
        return properties;

        void Move(bool present, string header, string? value, Action clear)
        {
            if (!present)
                return;
            ours[header] = Encoding.UTF8.GetBytes(value ?? "");
            clear();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Rejected a message with routing key {RoutingKey}: {Reason}")]
    private partial void LogRejected(string routingKey, string reason);
}
