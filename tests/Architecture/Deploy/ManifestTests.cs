using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowRecovery.Servers.Fleet;

namespace WorkflowRecovery.Architecture.Tests.Deploy;

public sealed partial class ManifestTests
{
    private static readonly IReadOnlyList<string> Texts =
        ["docker-compose.yml", .. Checkout.Files("*.y*ml", "deploy"), .. Checkout.Files("*.json", "deploy"), "deploy/Dockerfile", "deploy/entrypoint.sh"];

    [Fact]
    public void No_file_holds_a_password() => Assert.Empty(
        from file in Texts
        from match in Secret().Matches(Checkout.Read(file))
        where !match.Groups["value"].Value.StartsWith('$') && match.Groups["value"].Value != "false"
        select $"{file}: {match.Value}");

    [Fact]
    public void The_search_for_passwords_finds_one()
    {
        Assert.Matches(Secret(), "POSTGRES_PASSWORD: swordfish");
        Assert.Matches(Secret(), "amqp://scorer:swordfish@rabbitmq");
        Assert.DoesNotMatch(Secret(), "POSTGRES_PASSWORD_FILE: /run/password");
    }

    [Fact]
    public void Every_service_is_deployed_with_probes_limits_and_a_secret_of_its_own() => Assert.All(ServiceCatalogue.Names, service =>
    {
        var manifest = Checkout.Read($"deploy/kubernetes/{service}.yaml");
        Assert.Contains($"args: [{service}, serve]", manifest);
        Assert.Contains($"secretRef: {{ name: {service} }}", manifest);
        foreach (var needed in (string[])["path: /health/ready", "path: /health/live", "runAsNonRoot: true", "readOnlyRootFilesystem: true", "drop: [ALL]", "limits:"])
            Assert.Contains(needed, manifest);
        Assert.Contains($"- {service}.yaml", Checkout.Read("deploy/kubernetes/kustomization.yaml"));
    });

    [Fact]
    public void The_console_is_told_where_every_service_can_be_asked() => Assert.All(ServiceCatalogue.Names, service =>
    {
        Assert.Contains($"Operations__Services__{service}: http://{service}:8080", Checkout.Read("docker-compose.yml"));
        Assert.Contains($"name: Operations__Services__{service}, value: \"http://{service}:8080\"", Checkout.Read("deploy/kubernetes/console.yaml"));
    });

    [Fact]
    public void The_dashboard_shows_every_instrument_of_ours()
    {
        var dashboard = Checkout.Read("deploy/grafana/workflow-recovery.json");
        using var parsed = JsonDocument.Parse(dashboard);
        var ours = Checkout.Files("*.cs", "services", "shared").SelectMany(file => Instrument().Matches(Checkout.Read(file))).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.NotEmpty(ours);
        Assert.All(ours, name => Assert.Contains(name.Replace('.', '_'), dashboard));
    }

    [GeneratedRegex(@"(password|secret|token|_pass)[""']?\s*[:=]\s*(?<value>[^\s{[*""]{4,})|://[^\s:/@]+:(?<value>[^\s@/]+)@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"""(?<name>workflow_recovery\.[a-z_.]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instrument();
}
