using MassTransit;
using RabbitMQ.Client;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>A message exactly as the broker delivered it.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Exchange">The exchange it was published to.</param>
/// <param name="RoutingKey">The routing key it was published with.</param>
/// <param name="Properties">Its properties and headers.</param>
public sealed record Delivery(byte[] Body, string Exchange, string RoutingKey, IReadOnlyBasicProperties Properties)
{
    /// <summary>The trace context that its publisher gave along, if any.</summary>
    public string? TraceParent => HeaderText(Properties, Contracts.Outside.Names.TraceParent);

    internal static Delivery Of(ReceiveContext context, byte[] body)
    {
        var raw = context.GetPayload<RabbitMqBasicConsumeContext>();
        return new(body, raw.Exchange, raw.RoutingKey ?? "", raw.Properties);
    }

    internal static string? HeaderText(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers is { } headers && headers.TryGetValue(name, out var value)
            ? value switch
            {
                byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
                string text => text,
                _ => null,
            }
            : null;
}
