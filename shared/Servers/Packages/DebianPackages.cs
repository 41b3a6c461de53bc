using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Packages;

/// <summary>Sees which packages of the distribution are missing and installs them where that is allowed.</summary>
public static class DebianPackages
{
    private static readonly Dictionary<string, string> Quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    /// <summary>Which of the packages are not there.</summary>
    public static IReadOnlyList<DebianPackage> Missing(IEnumerable<DebianPackage> wanted, string root = "/") =>
        [.. wanted.Where(package => !package.IsPresent(root))];

    /// <summary>Installs what is missing, as root or through sudo where it asks for no password.</summary>
    /// <param name="wanted">The packages that must be there.</param>
    /// <param name="progress">Told before an installation begins.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MissingPackagesException">Something is missing and could not be installed.</exception>
    public static async Task EnsureAsync(IEnumerable<DebianPackage> wanted, IProgress<string> progress, CancellationToken cancellation)
    {
        var missing = Missing(wanted);
        if (missing.Count == 0)
            return;
        var prefix = await PrivilegeAsync(cancellation)
            ?? throw new MissingPackagesException(Advice(missing, Commands.Exists("apt-get"), Commands.Exists("docker")));
        progress.Report($"installing {string.Join(", ", missing.Select(package => package.Name))}");
        await AptAsync([.. prefix, "apt-get", "update", "-qq"], missing, mustSucceed: false, cancellation);
        await AptAsync([.. prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", .. missing.Select(package => package.Name)], missing, mustSucceed: true, cancellation);
    }

    /// <summary>What to tell someone whose machine lacks packages that cannot be installed from here.</summary>
    public static string Advice(IReadOnlyList<DebianPackage> missing, bool hasApt, bool hasDocker)
    {
        var names = string.Join(" ", missing.Select(package => package.Name));
        var advice = hasApt
            ? $"Missing packages: {names}. Install them with:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
            : $"Missing: {names}. This machine has no apt-get; install them by its own means.";
        return hasDocker ? advice + "\nOr run everything in containers:\n  docker compose up" : advice;
    }

    private static async Task<string[]?> PrivilegeAsync(CancellationToken cancellation)
    {
        if (!Commands.Exists("apt-get"))
            return null;
        if (Environment.IsPrivilegedProcess)
            return ["env"];
        var sudo = Commands.Exists("sudo") && (await Commands.RunAsync(["sudo", "-n", "true"], cancellation)).ExitCode == 0;
        return sudo ? ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"] : null;
    }

    private static async Task AptAsync(string[] command, IReadOnlyList<DebianPackage> missing, bool mustSucceed, CancellationToken cancellation)
    {
        var answer = await Commands.RunAsync(command, cancellation, Quiet);
        if (mustSucceed && answer.ExitCode != 0)
            throw new MissingPackagesException($"{Advice(missing, hasApt: true, Commands.Exists("docker"))}\nThe attempt to do so said:\n{answer.Output.Trim()}");
    }
}
