using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Ends the console at its start when something would be open that may not be.</summary>
internal sealed class StartChecks(IServer server, EndpointDataSource routes, IOptions<PeopleOptions> people) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (OpenRoutes.Unexpected(routes.Endpoints) is { Count: > 0 } open)
            throw new InvalidOperationException($"these routes neither demand a role nor are listed as open: {string.Join(", ", open)}");
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (people.Value.Development.Enabled && addresses.FirstOrDefault(address => !IsLocal(address)) is { } reachable)
            throw new InvalidOperationException($"People:Development:Enabled is for a console that only its own machine can reach, but it listens on {reachable}");
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLocal(string address) =>
        BindingAddress.Parse(address).Host is var host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var ip) && System.Net.IPAddress.IsLoopback(ip)));
}
