using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Postgres;

/// <summary>Makes the data folder of a private Postgres once.</summary>
internal static class PostgresCluster
{
    public static string Program(string name) =>
        DebianPackage.Postgres.Files().Select(file => Path.Combine(Path.GetDirectoryName(file)!, name)).FirstOrDefault()
        ?? throw new MissingPackagesException(DebianPackages.Advice([DebianPackage.Postgres], hasApt: true, hasDocker: false));

    /// <summary>Makes the cluster where there is none; half a cluster of an interrupted attempt is thrown away.</summary>
    public static async Task<string> EnsureAsync(ServerFolder place, string password, CancellationToken cancellation)
    {
        var folder = await PostgresAccount.FolderAsync(place.Data, cancellation);
        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data))
            return data;
        await PostgresAccount.OwnAsync(folder, cancellation);
        var draft = Path.Combine(folder, "data.new");
        var passwordFile = Path.Combine(folder, "password");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        PrivateFile.WriteText(passwordFile, password);
        await PostgresAccount.OwnAsync(passwordFile, cancellation);
        await Launcher.RunAsync(Initdb(place, draft, passwordFile), cancellation);
        File.Delete(passwordFile);
        Directory.Move(draft, data);
        return data;
    }

    private static Launch Initdb(ServerFolder place, string draft, string passwordFile) => new(
        "initdb", place.Ledger, place.Log("initdb"),
        [
            .. PostgresAccount.Prefix, Program("initdb"), "--pgdata", draft, "--username=postgres", "--pwfile", passwordFile,
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
        ]);
}
