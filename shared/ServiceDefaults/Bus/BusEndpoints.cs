using MassTransit;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>The endpoints of one service: queue, what is bound to it, consumer.</summary>
public sealed class BusEndpoints(string service)
{
    internal List<BusEndpoint> All { get; } = [];

    /// <summary>An endpoint for one kind of message between the services.</summary>
    /// <param name="name">Name of the endpoint; the queue is <c>wr.service.name</c>.</param>
    /// <param name="routingKey">Routing key of the message.</param>
    /// <param name="atOnce">Messages to hold at the same time, where they are large; else the broker option.</param>
    public BusEndpoints Inside<TConsumer>(string name, string routingKey, int? atOnce = null) where TConsumer : class, IConsumer =>
        Add<TConsumer>(name, InsideNames.Exchange, routingKey, atOnce);

    /// <summary>An endpoint for everything that is published to an exchange.</summary>
    public BusEndpoints Everything<TConsumer>(string name, string exchange) where TConsumer : class, IConsumer =>
        Add<TConsumer>(name, exchange, "#", atOnce: null);

    private BusEndpoints Add<TConsumer>(string name, string exchange, string routingKey, int? atOnce) where TConsumer : class, IConsumer
    {
        All.Add(new(InsideNames.Queue(service, name), exchange, routingKey, atOnce, typeof(TConsumer)));
        return this;
    }
}

internal sealed record BusEndpoint(string Queue, string Exchange, string RoutingKey, int? AtOnce, Type Consumer);
