namespace WorkflowRecovery.Servers.Packages;

/// <summary>A package of the distribution and the file by which its presence is seen.</summary>
/// <param name="Name">Name for apt-get.</param>
/// <param name="Patterns">Paths, with a star for one folder name, any of which shows that it is there.</param>
public sealed record DebianPackage(string Name, IReadOnlyList<string> Patterns)
{
    /// <summary>The message broker.</summary>
    public static readonly DebianPackage RabbitMq = new("rabbitmq-server", ["/usr/lib/rabbitmq/bin/rabbitmq-server"]);

    /// <summary>The database.</summary>
    public static readonly DebianPackage Postgres = new("postgresql", ["/usr/lib/postgresql/*/bin/initdb"]);

    /// <summary>The library that grows trees.</summary>
    public static readonly DebianPackage XgBoost = new("libxgboost0", ["/usr/lib/*/libxgboost.so.0", "/usr/lib/libxgboost.so.0", "/lib/*/libxgboost.so.0", "/usr/local/lib/libxgboost.so.0"]);

    /// <summary>A client of the broker in another language, for the tests that stand for outside parties.</summary>
    public static readonly DebianPackage Pika = new("python3-pika", ["/usr/lib/python3/dist-packages/pika/__init__.py"]);

    /// <summary>A browser, for the tests of the console's pages and for their pictures.</summary>
    public static readonly DebianPackage Chromium = new("chromium", ["/usr/bin/chromium"]);

    /// <summary>What an instance needs that starts its own servers.</summary>
    public static readonly IReadOnlyList<DebianPackage> ForServers = [RabbitMq, Postgres, XgBoost];

    /// <summary>Whether its file is there below a root folder.</summary>
    /// <param name="root">Folder that stands for <c>/</c>.</param>
    public bool IsPresent(string root = "/") => Patterns.Any(pattern => Find(root, pattern).Any());

    /// <summary>The files that match one of the patterns, the greatest name first.</summary>
    public IEnumerable<string> Files(string root = "/") => Patterns.SelectMany(pattern => Find(root, pattern)).OrderDescending(StringComparer.Ordinal);

    private static IEnumerable<string> Find(string root, string pattern)
    {
        IEnumerable<string> found = [root];
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = part == "*"
                ? found.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
                : found.Select(path => Path.Combine(path, part)).Where(Path.Exists);
        }

        return found;
    }
}
