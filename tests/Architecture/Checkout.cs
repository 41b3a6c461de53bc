namespace WorkflowRecovery.Architecture.Tests;

/// <summary>The files that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files of the given folders by pattern, without what builds and servers make; paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
        [.. folders
            .SelectMany(folder => FilesIn(new DirectoryInfo(Path.Combine(Root, folder)), pattern))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories()
            .Where(inner => inner.Name is not ("bin" or "obj") && !inner.Name.StartsWith('.'))
            .SelectMany(inner => FilesIn(inner, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkflowRecovery.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"there is no WorkflowRecovery.sln above {AppContext.BaseDirectory}");
    }
}
