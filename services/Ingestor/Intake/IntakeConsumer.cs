using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Takes in everything that is published to the intake exchange: stores and passes on what is good, keeps the rest with its reason.</summary>
internal sealed class IntakeConsumer(AssistanceStore assistance, AcceptedStore accepted, Rejections rejections, TimeProvider clock) : IConsumer<Delivery>
{
    public const string Endpoint = "intake";

    public static string Queue { get; } = InsideNames.Queue("ingestor", Endpoint);

    public async Task Consume(ConsumeContext<Delivery> context)
    {
        var delivery = context.Message;
        using var span = RecoveryTelemetry.StartSpan("ingest", ActivityKind.Consumer, delivery.TraceParent);
        span?.SetTag("messaging.rabbitmq.destination.routing_key", delivery.RoutingKey);

        var refused = IntakeParser.Parse(delivery.RoutingKey, delivery.Body, clock.GetUtcNow()) switch
        {
            IntakeResult.Refused(var reason) => reason,
            IntakeResult.Good(WorkflowAssistanceRequested reported) => await assistance.StoreAsync(reported, context.CancellationToken),
            IntakeResult.Good(var message) => await accepted.StoreAsync(message, context.CancellationToken),
            var unknown => throw new UnreachableException(unknown.ToString()),
        };

        if (refused is not null)
            await rejections.KeepAsync(delivery, refused);
    }
}
