using System.Text.RegularExpressions;
using WorkflowRecovery.Servers.Fleet;

namespace WorkflowRecovery.Architecture.Tests.Deploy;

/// <summary>What can be said of the containers without starting any.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Compose = Checkout.Read("docker-compose.yml");
    private static readonly string Dockerfile = Checkout.Read("deploy/Dockerfile");
    private static readonly string Entrypoint = Checkout.Read("deploy/entrypoint.sh");

    [Fact]
    public void Every_service_runs_with_a_health_check() => Assert.All(ServiceCatalogue.Names, service =>
    {
        Assert.Contains("<<: [*program, *service]", Block(service));
        Assert.Contains($"command: [{service}, serve]", Block(service));
        Assert.Contains("/health/ready", Compose[Compose.IndexOf("x-service:", StringComparison.Ordinal)..Compose.IndexOf("\nservices:", StringComparison.Ordinal)]);
    });

    [Theory]
    [InlineData("rabbitmq")]
    [InlineData("postgres")]
    [InlineData("jaeger")]
    public void So_does_every_server(string server) => Assert.Contains("healthcheck:", Block(server));

    [Fact]
    public void A_service_sees_its_own_settings_only() => Assert.All(ServiceCatalogue.Names, service => Assert.Equal(
        [$"{service}-settings"], Mounted().Matches(Block(service)).Select(match => match.Groups["volume"].Value)));

    [Fact]
    public void Ports_are_published_to_this_machine_only()
    {
        var ports = Port().Matches(Compose).Select(match => match.Value).ToList();

        Assert.NotEmpty(ports);
        Assert.All(ports, port => Assert.Contains("\"127.0.0.1:", port));
    }

    [Fact]
    public void Migrations_of_all_services_run_in_order() =>
        Assert.Contains($"for service in {string.Join(' ', ServiceCatalogue.Names)}; do", Entrypoint);

    [Fact]
    public void Every_service_is_published_and_can_be_started() => Assert.All(ServiceCatalogue.Names, service =>
    {
        Assert.Contains($"publish services/{char.ToUpperInvariant(service[0])}{service[1..]} /app/{service};", Dockerfile);
        Assert.Matches($@"(\| |\n  ){service}( \||\))", Entrypoint);
    });

    [Fact]
    public void The_image_has_the_tree_library_and_another_user_than_root()
    {
        Assert.Contains("libxgboost0", Dockerfile);
        Assert.Matches(@"\nUSER [1-9][0-9]*:[1-9][0-9]*\n", Dockerfile);
        Assert.Contains("--locked-mode", Dockerfile);
    }

    private static string Block(string service)
    {
        var services = Compose[Compose.IndexOf("\nservices:", StringComparison.Ordinal)..];
        var block = Regex.Match(services, $@"\n  {service}:\n(    .*\n|\n)+", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(block.Success, $"there is no {service} in docker-compose.yml");
        return block.Value;
    }

    [GeneratedRegex(@"(?<volume>[a-z]+-[a-z]+):/run", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mounted();

    [GeneratedRegex(@"^ +- ""?[^ ]*:[0-9]+""?$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();
}
