using System.Xml.Linq;

namespace WorkflowRecovery.Architecture.Tests.Projects;

/// <summary>A project file.</summary>
/// <param name="File">Path from the root.</param>
/// <param name="Xml">Its content.</param>
internal sealed record Project(string File, XElement Xml)
{
    public static IReadOnlyList<Project> All { get; } =
        [.. Checkout.Files("*.csproj", "shared", "services", "tools", "tests").Select(file => new Project(file, XElement.Parse(Checkout.Read(file))))];

    public static IReadOnlyList<Project> Shared { get; } = In("shared");

    public static IReadOnlyList<Project> Services { get; } = In("services");

    /// <summary>The last folder: <c>Domain</c>.</summary>
    public string Room => File.Split('/')[^2];

    public IReadOnlyList<string> Packages => [.. Included("PackageReference")];

    /// <summary>Referenced projects by folder: <c>shared/Domain</c>.</summary>
    public IReadOnlyList<string> References => [.. Included("ProjectReference").Select(FolderOf)];

    public override string ToString() => File;

    private static IReadOnlyList<Project> In(string folder) =>
        [.. All.Where(project => project.File.StartsWith($"{folder}/", StringComparison.Ordinal))];

    private IEnumerable<string> Included(string item) => Xml.Descendants(item).Select(element => (string)element.Attribute("Include")!);

    private string FolderOf(string reference)
    {
        var path = Path.GetFullPath(Path.Combine(Checkout.Root, Path.GetDirectoryName(File)!, Path.GetDirectoryName(reference.Replace('\\', '/'))!));
        return Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/');
    }
}
