using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>MassTransit over RabbitMQ, configured once for all services.</summary>
internal static class BusRegistration
{
    public static void AddRecoveryBus(this IServiceCollection services, BusEndpoints endpoints)
    {
        services.AddStrictOptions<BrokerOptions>("Broker");
        services.AddSingleton<BrokerPublisher>();
        services.AddHostedService<TopologyDeclaration>();
        services.AddHealthChecks().AddCheck<PublisherHealth>("publisher");
        services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = false);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var endpoint in endpoints.All)
                bus.AddConsumer(endpoint.Consumer);
            bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, endpoints));
        });
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, BusEndpoints endpoints)
    {
        var broker = context.GetRequiredService<IOptions<BrokerOptions>>().Value;
        rabbit.Host(broker.Uri);
        rabbit.ClearSerialization();
        var wire = new WireSerializer();
        rabbit.AddSerializer(wire);
        rabbit.AddDeserializer(wire, isDefault: true);
        foreach (var endpoint in endpoints.All)
            rabbit.ReceiveEndpoint(endpoint.Queue, receive => Configure(context, receive, endpoint, broker));
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqReceiveEndpointConfigurator receive, BusEndpoint endpoint, BrokerOptions broker)
    {
        receive.ConfigureConsumeTopology = false;
        receive.PublishFaults = false;
        receive.PrefetchCount = endpoint.AtOnce ?? broker.Concurrency * 4;
        receive.ConcurrentMessageLimit = endpoint.AtOnce ?? broker.Concurrency;
        receive.Bind(endpoint.Exchange, bind =>
        {
            bind.ExchangeType = ExchangeType.Topic;
            bind.Durable = true;
            bind.RoutingKey = endpoint.RoutingKey;
        });
        receive.UseMessageRetry(retry =>
        {
            // What cannot be read now cannot be read later either.
            retry.Ignore<JsonException>();
            retry.Ignore<FormatException>();
            retry.Intervals(RetryIntervals.Over(TimeSpan.FromMinutes(broker.RetryMinutes)));
        });
        receive.ConfigureConsumer(context, endpoint.Consumer);
    }
}
