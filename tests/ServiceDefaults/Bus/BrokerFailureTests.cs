using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.Temporary;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Bus;

/// <summary>A broker of its own, since it is stopped and killed here.</summary>
public sealed class BrokerFailureTests : IAsyncLifetime
{
    private const int DeadlineSeconds = 5;
    private const string Queue = "probe";

    private readonly TemporaryServers _servers = new();
    private BrokerPublisher _publisher = null!;

    [Fact]
    public async Task A_publisher_fails_within_its_deadline_while_the_broker_is_away_and_works_again_when_it_is_back()
    {
        await PublishAsync();

        await SignalAsync("-STOP");
        Assert.IsType<TimeoutException>(await FailureInTimeAsync());
        await SignalAsync("-CONT");
        await UntilPublishedAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PublishAsync()));
        Assert.Equal(0, _publisher.FailuresInARow);

        _servers.RabbitMq.Kill();
        await FailureInTimeAsync();
        await FailureInTimeAsync();
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        await FailureInTimeAsync();
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());

        await _servers.RabbitMq.StartAsync(TestContext.Current.CancellationToken);
        await UntilPublishedAsync();
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
    }

    public async ValueTask InitializeAsync()
    {
        await _servers.RabbitMq.StartAsync(TestContext.Current.CancellationToken);
        var accounts = new BrokerAccounts(_servers.RabbitMq.Address, AccountPasswords.Random().Broker, "/");
        _publisher = new(Options.Create(new BrokerOptions { Uri = accounts.Admin, PublishDeadlineSeconds = DeadlineSeconds }));
        await _publisher.DeclareAsync(channel => channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false));
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private Task PublishAsync() => _publisher.PublishAsync("", Queue, mustArrive: true, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, new byte[] { 1 });

    /// <summary>A broker that has just come back may answer late, which is a failure of that publish alone.</summary>
    private Task UntilPublishedAsync() => Until.TrueAsync("the publisher works again", async () =>
    {
        await PublishAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _publisher.FailuresInARow == 0;
    });

    /// <summary>A publish without a deadline would fail after minutes or never.</summary>
    private async Task<Exception> FailureInTimeAsync() =>
        await Assert.ThrowsAnyAsync<Exception>(PublishAsync).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private async Task<HealthStatus> HealthAsync() => (await new PublisherHealth(_publisher).CheckHealthAsync(new HealthCheckContext())).Status;

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _servers.RabbitMq.Running!.Pid.ToString()]);
        await kill.WaitForExitAsync();
    }
}
