using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WorkflowRecovery.Architecture.Tests.Projects;

/// <summary>What is restored today is what is restored tomorrow, from wherever packages are had.</summary>
public sealed partial class PackageTests
{
    [Fact]
    public void Every_package_version_is_pinned_in_one_place()
    {
        Assert.All(Project.All, project => Assert.DoesNotContain(
            project.Xml.Descendants("PackageReference"), package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null));
        var versions = XElement.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, package => Assert.Matches(Pinned(), (string)package.Attribute("Version")!));
    }

    [Fact]
    public void Every_project_has_a_lock_file_next_to_it() =>
        Assert.All(Project.All, project => Assert.True(File.Exists(Path.Combine(Checkout.Root, Path.GetDirectoryName(project.File)!, "packages.lock.json")), project.File));

    [Fact]
    public void No_file_names_the_address_of_a_package_source()
    {
        Assert.DoesNotContain(
            Checkout.Files("*.config", "."),
            file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
        Assert.All(Checkout.Files("packages.lock.json", "shared", "services", "tools", "tests"), file => Assert.DoesNotContain("://", Checkout.Read(file), StringComparison.Ordinal));
        Assert.All(Project.All, project => Assert.Empty(project.Xml.Descendants("RestoreSources").Concat(project.Xml.Descendants("RestoreAdditionalProjectSources"))));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Checkout.Read("WorkflowRecovery.sln").Replace('\\', '/');

        Assert.All(Project.All, project => Assert.Contains($"\"{project.File}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shared_project_is_documented() =>
        Assert.All(Project.Shared, project => Assert.Equal("true", project.Xml.Descendants("GenerateDocumentationFile").SingleOrDefault()?.Value));

    [Fact]
    public void A_project_is_named_for_its_room_and_its_assembly_for_the_project() => Assert.All(
        Project.Shared.Concat(Project.Services),
        project => Assert.Equal($"WorkflowRecovery.{project.Room}.csproj", Path.GetFileName(project.File)));

    [GeneratedRegex(@"^(\[[0-9.]+[0-9]\]|[0-9.]+[0-9])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pinned();
}
