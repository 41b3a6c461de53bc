using System.Security.Cryptography;
using System.Text;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Postgres;

/// <summary>
/// Under whose name Postgres runs: it refuses root, so root hands over to the account that the package made.
/// </summary>
internal static class PostgresAccount
{
    private static readonly string[] HandOver = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"];

    public static string[] Prefix => Environment.IsPrivilegedProcess ? HandOver : [];

    /// <summary>The folder to keep data in: the wanted one, or one of /var/tmp where the account cannot enter it.</summary>
    public static async Task<string> FolderAsync(string wanted, CancellationToken cancellation)
    {
        Directory.CreateDirectory(wanted);
        if (!Environment.IsPrivilegedProcess)
            return wanted;
        var entered = await Commands.RunAsync([.. HandOver, "test", "-x", wanted], cancellation);
        return entered.ExitCode == 0 ? wanted : Elsewhere(wanted);
    }

    /// <summary>Gives a file or folder to the account.</summary>
    public static async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (Environment.IsPrivilegedProcess && (await Commands.RunAsync(["chown", "-R", "postgres:", path], cancellation)) is { ExitCode: not 0 } answer)
            throw new ServerException($"{path} cannot be given to the account postgres: {answer.Output.Trim()}");
    }

    private static string Elsewhere(string wanted)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..16];
        var folder = $"/var/tmp/workflow-recovery-{hash}";
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
