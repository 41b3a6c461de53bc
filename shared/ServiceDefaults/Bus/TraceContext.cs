using MassTransit;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>The trace context of a message between the services.</summary>
public static class TraceContext
{
    /// <summary>The W3C trace context in the message's header, if any.</summary>
    public static string? TraceParent(this ConsumeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Delivery.HeaderText(context.ReceiveContext.GetPayload<RabbitMqBasicConsumeContext>().Properties, Names.TraceParent);
    }
}
