using System.Reflection;

namespace WorkflowRecovery.Architecture.Tests.Projects;

/// <summary>Who may use whom, by project file and by what the compiled assemblies really refer to.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Infrastructure =
        ["MassTransit", "RabbitMQ", "Npgsql", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions", "OpenTelemetry"];

    public static TheoryData<string, string[]> AllowedAmongShared { get; } = new()
    {
        { "Contracts", [] },
        { "Domain", ["Contracts"] },
        { "Learning", ["Domain"] },
        { "Learning.MlNet", ["Learning"] },
        { "Rules", ["Domain"] },
        { "Simulation", ["Domain", "Contracts"] },
        { "ServiceDefaults", ["Contracts"] },
        { "Servers", ["Contracts"] },
    };

    [Theory]
    [MemberData(nameof(AllowedAmongShared))]
    public void A_shared_project_refers_to_these_projects_only(string room, string[] allowed) =>
        Assert.Empty(Shared(room).References.Except(allowed.Select(other => $"shared/{other}")));

    [Fact]
    public void Every_shared_project_has_its_rule() =>
        Assert.Equal(AllowedAmongShared.Select(row => (string)row.Data.Item1).Order(), Project.Shared.Select(project => project.Room).Order());

    [Fact]
    public void A_service_refers_to_shared_projects_only() => Assert.All(
        Project.Services,
        service => Assert.All(service.References, reference => Assert.StartsWith("shared/", reference, StringComparison.Ordinal)));

    [Fact]
    public void Only_tests_and_tools_bring_servers_up() => Assert.All(
        Project.Services.Concat(Project.Shared),
        project => Assert.DoesNotContain("shared/Servers", project.References));

    [Fact]
    public void No_service_carries_a_trainer_that_only_the_study_asks() => Assert.All(
        Project.Services.Concat(Project.Shared),
        project => Assert.DoesNotContain("shared/Learning.MlNet", project.References));

    [Fact]
    public void The_contracts_use_the_base_library_alone()
    {
        Assert.Empty(Shared("Contracts").Packages);
        Assert.All(ReferencesOf("WorkflowRecovery.Contracts"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Domain")]
    [InlineData("Learning")]
    [InlineData("Learning.MlNet")]
    [InlineData("Rules")]
    [InlineData("Simulation")]
    public void What_thinks_knows_no_bus_database_or_host(string room)
    {
        Assert.Empty(Shared(room).Xml.Descendants("FrameworkReference"));
        Assert.DoesNotContain(Shared(room).Packages.Concat(ReferencesOf($"WorkflowRecovery.{room}")), IsInfrastructure);
    }

    [Fact]
    public void The_service_defaults_know_neither_the_domain_nor_a_service() => Assert.All(
        ReferencesOf("WorkflowRecovery.ServiceDefaults").Where(name => name.StartsWith("WorkflowRecovery.", StringComparison.Ordinal)),
        name => Assert.Equal("WorkflowRecovery.Contracts", name));

    [Fact]
    public void No_service_was_compiled_against_another() => Assert.All(Project.Services, service => Assert.DoesNotContain(
        ReferencesOf($"WorkflowRecovery.{service.Room}"),
        name => Project.Services.Any(other => name == $"WorkflowRecovery.{other.Room}")));

    private static Project Shared(string room) => Project.Shared.Single(project => project.Room == room);

    private static bool IsInfrastructure(string name) => Infrastructure.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IReadOnlyList<string> ReferencesOf(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)];
}
