using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Bus;

public sealed class BrokerPublisherTests(TestServers servers)
{
    [Fact]
    public async Task A_refused_publish_fails_alone_and_those_beside_and_after_it_are_confirmed()
    {
        var broker = await servers.NewVirtualHostAsync(TestContext.Current.CancellationToken);
        await using var publisher = new BrokerPublisher(Options.Create(new BrokerOptions { Uri = broker.Admin }));
        await publisher.DeclareAsync(channel => channel.QueueDeclareAsync("probe", durable: true, exclusive: false, autoDelete: false));

        var refused = Assert.ThrowsAnyAsync<Exception>(() => publisher.PublishAsync("nowhere", "probe", mustArrive: false, new BasicProperties(), new byte[] { 0 }));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => publisher.PublishAsync("", "probe", mustArrive: true, new BasicProperties(), new byte[] { 1 })));
        await refused;
        await publisher.PublishAsync("", "probe", mustArrive: true, new BasicProperties(), new byte[] { 2 });

        await publisher.DeclareAsync(async channel => Assert.Equal(51u, (await channel.QueueDeclarePassiveAsync("probe")).MessageCount));
        Assert.Equal(0, publisher.FailuresInARow);
    }

    [Fact]
    public async Task A_message_without_headers_stays_without_headers()
    {
        var broker = await servers.NewVirtualHostAsync(TestContext.Current.CancellationToken);
        await using var publisher = new BrokerPublisher(Options.Create(new BrokerOptions { Uri = broker.Admin }));
        await publisher.DeclareAsync(channel => channel.QueueDeclareAsync("probe", durable: true, exclusive: false, autoDelete: false));
        await publisher.PublishAsync("", "probe", mustArrive: true, new BasicProperties(), new byte[] { 1 });

        await publisher.DeclareAsync(async channel =>
            Assert.Empty((await channel.BasicGetAsync("probe", autoAck: true))!.BasicProperties.Headers ?? new Dictionary<string, object?>()));
    }

    [Fact]
    public async Task What_must_arrive_fails_while_no_queue_takes_it_and_what_need_not_does_not()
    {
        var broker = await servers.NewVirtualHostAsync(TestContext.Current.CancellationToken);
        await using var publisher = new BrokerPublisher(Options.Create(new BrokerOptions { Uri = broker.Admin }));

        await Assert.ThrowsAsync<IOException>(() => publisher.PublishAsync("amq.topic", "probe", mustArrive: true, new BasicProperties(), new byte[] { 1 }));
        await publisher.PublishAsync("amq.topic", "probe", mustArrive: false, new BasicProperties(), new byte[] { 2 });
    }
}
