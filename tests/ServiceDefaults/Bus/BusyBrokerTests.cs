using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Bus;

/// <summary>A broker that has just been restarted on a busy machine takes connections long before it answers on them.</summary>
public sealed class BusyBrokerTests(TestServers servers)
{
    private const string Key = "probe";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_comes_back_also_when_the_broker_answered_nothing_for_longer_than_the_client_waits()
    {
        var broker = await servers.NewVirtualHostAsync(Cancellation);
        await using var relay = new Relay(broker.Admin);
        await using var publisher = new BrokerPublisher(Options.Create(new BrokerOptions { Uri = broker.Admin }));
        var heard = Channel.CreateUnbounded<byte>();
        using var host = Listening(relay.Address, heard.Writer);
        var bus = host.Services.GetRequiredService<IBusControl>();
        await host.StartAsync(Cancellation);
        await UntilHealthyAsync(bus);

        relay.CutAndBeBusy();
        await Until.TrueAsync("the endpoint asks again after it has waited in vain", () => Task.FromResult(relay.Unanswered > 1));
        relay.BeBusyNoMore();
        await UntilHealthyAsync(bus);

        await publisher.PublishAsync(InsideNames.Exchange, Key, mustArrive: true, new BasicProperties(), new byte[] { 7 });
        Assert.Equal(7, await heard.Reader.ReadAsync(Cancellation));
        await host.StopAsync(Cancellation);
    }

    private static IHost Listening(Uri broker, ChannelWriter<byte> heard)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Broker:Uri", broker.AbsoluteUri)]);
        builder.Services.AddSingleton(heard);
        builder.Services.AddRecoveryBus(new BusEndpoints("busy").Inside<Listener>("probe", Key));
        return builder.Build();
    }

    private static Task UntilHealthyAsync(IBusControl bus) =>
        Until.TrueAsync("the endpoint is there", () => Task.FromResult(bus.CheckHealth().Status == BusHealthStatus.Healthy));

    private sealed class Listener(ChannelWriter<byte> heard) : IConsumer<Delivery>
    {
        public Task Consume(ConsumeContext<Delivery> context) => heard.WriteAsync(context.Message.Body[0]).AsTask();
    }
}
