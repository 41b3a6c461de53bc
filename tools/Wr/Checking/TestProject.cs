using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Checking;

/// <summary>One test program.</summary>
/// <param name="Name">Its folder below tests/.</param>
/// <param name="ProjectFile">Path of the project.</param>
internal sealed record TestProject(string Name, string ProjectFile)
{
    /// <summary>The program, once it is built.</summary>
    public string Assembly => Path.Combine(
        Path.GetDirectoryName(ProjectFile)!, "bin", "Release", "net10.0", Path.GetFileNameWithoutExtension(ProjectFile) + ".dll");

    /// <summary>The test programs of the checkout, or those that are asked for.</summary>
    public static IReadOnlyList<TestProject> Find(string repository, IReadOnlyCollection<string> only)
    {
        List<TestProject> all =
        [
            .. Directory.EnumerateFiles(Path.Combine(repository, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
                .Select(file => new TestProject(Path.GetFileName(Path.GetDirectoryName(file))!, file))
                .OrderBy(project => project.Name, StringComparer.Ordinal)
        ];
        if (only.FirstOrDefault(name => all.TrueForAll(project => project.Name != name)) is { } unknown)
            throw new ServerException($"There is no test project {unknown}; there are {string.Join(", ", all.Select(project => project.Name))}.");
        return only.Count == 0 ? all : [.. all.Where(project => only.Contains(project.Name))];
    }
}
