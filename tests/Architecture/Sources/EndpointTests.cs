using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Architecture.Tests.Sources;

/// <summary>Who looks after the queues must know all of them.</summary>
public sealed partial class EndpointTests
{
    [Fact]
    public void Every_endpoint_of_a_service_is_in_the_list_of_endpoints() => Assert.Equal(
        Projects.Project.Services.SelectMany(service => EndpointsOf(service.Room)).Order(),
        InsideEndpoints.All.Select(endpoint => endpoint.Queue).Order());

    private static IEnumerable<string> EndpointsOf(string room) => Endpoint().Matches(Checkout.Read($"services/{room}/Program.cs"))
        .Select(match => match.Groups["name"] is { Success: true } name ? name.Value : "intake")
        .Select(name => InsideNames.Queue(room.ToLowerInvariant(), name));

    [GeneratedRegex(@"\.(Inside|Everything)<\w+>\((""(?<name>[a-z-]+)""|IntakeConsumer\.Endpoint)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoint();
}
